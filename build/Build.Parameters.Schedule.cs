partial class Build
{
    [Parameter("Lets ShowPlan say when each service is expected to start, to wait and to end")] readonly bool Schedule;
}
