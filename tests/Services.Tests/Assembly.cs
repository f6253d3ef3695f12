// Owners have one queue each on the broker, so situations take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
