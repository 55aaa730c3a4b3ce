using CtoBot.EndToEnd.Driver;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(LocalNode))]
// One chat at a time, and cards alone beside it: the tests wait for pages, and these wait for each other's processor time.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
