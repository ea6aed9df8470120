import type { Factor } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { useId } from 'react';
import { FactorIcon } from './factor-icon.tsx';
import { securityMessages } from './messages.ts';
import { StrengthBadge } from './strength-badge.tsx';

const texts = securityMessages.factors;

interface AddOptionProps {
  kind: Factor['kind'];
  /** It counts only beside something stronger, and there is none. */
  isBlocked: boolean;
  onAdd: () => void;
}

/** A way to confirm an account that could be added: what it is, and how strong. */
export function AddOption({ kind, isBlocked, onAdd }: AddOptionProps) {
  const id = useId();
  const { name, text, add } = texts.kinds[kind];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 py-4 last:pb-0">
      <FactorIcon kind={kind} />
      <div id={id} className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {name} <StrengthBadge kind={kind} />
        </p>
        <p className="mt-0.5 text-sm text-ink-muted">{text}</p>
        {isBlocked && <p className="mt-1 text-sm text-ink-muted">{texts.needsStronger}</p>}
      </div>
      <Button
        size="sm"
        variant="secondary"
        aria-describedby={id}
        disabled={isBlocked}
        onClick={onAdd}
        className="max-sm:ms-14"
      >
        {add}
      </Button>
    </li>
  );
}
