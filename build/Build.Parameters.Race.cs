partial class Build
{
    [Parameter("How often a service is built again that a damaged cache made fail")] readonly int Retries = 1;
}
