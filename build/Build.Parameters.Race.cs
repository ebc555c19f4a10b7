partial class Build
{
    [Parameter("How often a service is built again that a damaged cache made fail")] readonly int Retries = 1;
    [Parameter("How often RaceLab tries each way of mounting caches")] readonly int Trials = 20;
    [Parameter("How many services RaceLab builds beside each other")] readonly int ServicesCount = 5;
    [Parameter("Lets RaceLab compile the crates, too")] readonly bool FullBuild;

    RaceSettings Race => new() { Trials = Trials, ServicesCount = ServicesCount, Work = FullBuild ? BenchWork.Build : BenchWork.Fetch };
}
