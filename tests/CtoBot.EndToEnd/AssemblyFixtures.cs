using CtoBot.EndToEnd.Driver;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(LocalNode))]
// The short chats one after the other, and beside them the two long ones, which wait for a page or for the minute most of their time, or cards.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
