using CtoBot.EndToEnd.Driver;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(LocalNode))]
// One browser and one Playground at a time: the tests wait for pages, and these wait for each other's processor time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
