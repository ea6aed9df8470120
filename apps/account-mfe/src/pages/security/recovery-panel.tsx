import { FEW_RECOVERY_CODES } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { useState } from 'react';
import { securityMessages } from './messages.ts';
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx';
import { useChange } from './use-change.ts';

const texts = securityMessages.recovery;

/** How many recovery codes are left, and the way to new ones. */
export function RecoveryPanel({ left }: { left: number }) {
  const { client } = useHost();
  const [isAsking, setIsAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const renew = useChange(
    () => client.factor.renewRecoveryCodes.mutate(),
    (result) => {
      setIsAsking(false);
      if (result.ok) setCodes(result.recoveryCodes);
    },
  );
  return (
    <Panel label={texts.title} title={texts.title} text={texts.text}>
      <div className="flex flex-col items-start gap-4">
        {left <= FEW_RECOVERY_CODES ? (
          <Notice tone="warning" className="self-stretch">
            {texts.few(left)}
          </Notice>
        ) : (
          <p className="font-medium tabular-nums">{texts.left(left)}</p>
        )}
        <Button variant="secondary" onClick={() => setIsAsking(true)}>
          {texts.renew}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          open
          onClose={() => setIsAsking(false)}
          title={texts.renewTitle}
          description={texts.renewText}
          size="sm"
          footer={
            <div className="flex flex-wrap justify-end gap-3">
              <Button variant="secondary" onClick={() => setIsAsking(false)}>
                {securityMessages.cancel}
              </Button>
              <Button busy={renew.isBusy} busyLabel={texts.busy} onClick={() => renew.run(undefined)}>
                {texts.renew}
              </Button>
            </div>
          }
        >
          {renew.problem && <Notice tone="danger">{renew.problem}</Notice>}
          {renew.dialog}
        </Dialog>
      )}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </Panel>
  );
}
