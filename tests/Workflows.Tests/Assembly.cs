// The owners' queues are there once, so situations take turns.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
