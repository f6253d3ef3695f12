namespace LostCases.Platform;

/// <summary>The metadata name public addresses; from inside, keys and tokens are fetched at the inner one, the public one need not be reachable.</summary>
public sealed class InnerAddress(Uri identity) : DelegatingHandler(new SocketsHttpHandler())
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(identity, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
