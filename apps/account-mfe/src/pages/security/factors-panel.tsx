import { type Factor, isStrongFactor, type SecurityOverview } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { StatusBadge } from '@plaza/ui/badge';
import { Panel } from '@plaza/ui/panel';
import { useState } from 'react';
import { AddFactor } from './add-factor.tsx';
import { AddOption } from './add-option.tsx';
import { FactorRow } from './factor-row.tsx';
import { securityMessages } from './messages.ts';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';

const texts = securityMessages.factors;

/** The second proofs of an account, and those that could be added. */
export function FactorsPanel({ overview }: { overview: SecurityOverview }) {
  const { factors, canUseEmail, canUseSms } = overview;
  const [adding, setAdding] = useState<Factor['kind'] | null>(null);
  const { notify } = useHost();
  const [shown, setShown] = useState<{ label: string; codes: readonly string[] } | null>(null);
  const sayAdded = (label: string) => notify({ tone: 'success', text: texts.doneAdded(label) });
  const has = (kind: Factor['kind']) => factors.some((factor) => factor.kind === kind);
  const hasStrong = factors.some(({ kind }) => isStrongFactor(kind));
  const addable: Factor['kind'][] = [
    'passkey',
    'totp',
    ...(canUseEmail && !has('email_code') ? (['email_code'] as const) : []),
    ...(canUseSms && !has('sms_code') ? (['sms_code'] as const) : []),
  ];
  const isOn = factors.length > 0;
  return (
    <Panel
      label={texts.title}
      title={texts.title}
      text={texts.text}
      aside={<StatusBadge tone={isOn ? 'positive' : 'neutral'}>{isOn ? texts.on : texts.off}</StatusBadge>}
    >
      {isOn ? (
        <ul className="divide-y divide-line">
          {factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{texts.empty}</p>
      )}
      <h3 className="mt-6 mb-1 text-sm font-semibold">{isOn ? texts.add : texts.addFirst}</h3>
      <ul className="divide-y divide-line">
        {addable.map((kind) => (
          <AddOption
            key={kind}
            kind={kind}
            isBlocked={kind === 'sms_code' && !hasStrong}
            onAdd={() => setAdding(kind)}
          />
        ))}
      </ul>
      {adding && (
        <AddFactor
          kind={adding}
          onClose={() => setAdding(null)}
          onAdded={(label, codes) => {
            setAdding(null);
            if (codes) setShown({ label, codes });
            else sayAdded(label);
          }}
        />
      )}
      {shown && (
        <RecoveryCodesDialog
          codes={shown.codes}
          onClose={() => {
            setShown(null);
            sayAdded(shown.label);
          }}
        />
      )}
    </Panel>
  );
}
