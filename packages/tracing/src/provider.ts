import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node';

/** Registers OpenTelemetry's SDK for this process. Apart from `start.ts`, so that nobody loads it who does not trace. */
export function startProvider(input: {
  service: string;
  endpoint: string;
  share: number;
}): NodeTracerProvider {
  const exporter = new OTLPTraceExporter({ url: `${input.endpoint.replace(/\/$/, '')}/v1/traces` });
  const byTrace = new TraceIdRatioBasedSampler(input.share);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': input.service }),
    // Every process decides by the trace's id and so decides alike, whatever a caller from outside asks for.
    sampler: new ParentBasedSampler({
      root: byTrace,
      remoteParentSampled: byTrace,
      remoteParentNotSampled: byTrace,
    }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return provider;
}
