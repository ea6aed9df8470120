import { FACTOR_STRENGTHS, type Factor } from '@plaza/contracts';
import { StatusBadge } from '@plaza/ui/badge';
import { securityMessages } from './messages.ts';

const TONES = { strong: 'positive', backup: 'neutral', weak: 'warning' } as const;

/** How hard a second proof is to take from its owner, in a word. */
export function StrengthBadge({ kind }: { kind: Factor['kind'] }) {
  const strength = FACTOR_STRENGTHS[kind];
  return <StatusBadge tone={TONES[strength]}>{securityMessages.factors.strengths[strength]}</StatusBadge>;
}
