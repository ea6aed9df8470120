import type { CanaryAudience } from '@plaza/contracts';

/** What somebody wants to do with what visitors get of a frontend, before they have said why. */
export type WantedStep =
  | { kind: 'activate' | 'startCanary' | 'promote' | 'hold' | 'resume' | 'rollBack'; version: string }
  | { kind: 'changeAudience'; version: string; audience: CanaryAudience }
  | { kind: 'switchOff' | 'switchOn' };

/** The release that it is about; empty for the switch. */
export const versionOf = (step: WantedStep): string => ('version' in step ? step.version : '');
