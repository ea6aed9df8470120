import type { Rollout } from '@plaza/contracts';
import { StatusBadge } from '@plaza/ui/badge';
import { releaseMessages as texts } from './messages.ts';

/** How a frontend is, in a word. */
export function RolloutBadge({ isOff, stable, canary }: Pick<Rollout, 'isOff' | 'stable' | 'canary'>) {
  if (isOff) return <StatusBadge tone="danger">{texts.off}</StatusBadge>;
  if (canary?.guard.state === 'worse') return <StatusBadge tone="danger">{texts.worse}</StatusBadge>;
  if (canary?.isHeld) return <StatusBadge tone="warning">{texts.held}</StatusBadge>;
  if (canary) return <StatusBadge tone="accent">{texts.trial}</StatusBadge>;
  if (stable) return <StatusBadge tone="positive">{texts.on}</StatusBadge>;
  return <StatusBadge>{texts.noRelease}</StatusBadge>;
}
