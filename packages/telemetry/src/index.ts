export type { ClickstreamEventMap, ClickstreamEventName, Track } from '@plaza/events';
export type { Consent } from './consent.ts';
export { createTelemetry, silentTelemetry, type Telemetry, type TelemetryOptions } from './telemetry.ts';
