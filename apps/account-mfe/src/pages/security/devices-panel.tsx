import type { RememberedDevice } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Badge } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { useFormatTime } from '../../local-time.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.devices;

/** Browsers that are spared the second step, and the way to ask them again. */
export function DevicesPanel({ devices }: { devices: readonly RememberedDevice[] }) {
  const { client, notify } = useHost();
  const formatTime = useFormatTime();
  const forget = useChange(
    ({ id }: RememberedDevice) => client.factor.forgetDevice.mutate({ deviceId: id }),
    (_result, { device }) => notify({ tone: 'success', text: texts.forgotten(device) }),
  );
  return (
    <Panel label={texts.title} title={texts.title} text={texts.text}>
      {forget.problem && (
        <Notice tone="danger" className="mb-4">
          {forget.problem}
        </Notice>
      )}
      {devices.length === 0 ? (
        <p className="text-ink-muted">{texts.empty}</p>
      ) : (
        <ul className="divide-y divide-line">
          {devices.map((device) => (
            <li
              key={device.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0"
            >
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
                  {device.device}
                  {device.isCurrent && <Badge tone="accent">{securityMessages.sessions.current}</Badge>}
                </p>
                <p className="text-sm text-ink-muted">{texts.until(formatTime(device.expiresAt, 'day'))}</p>
              </div>
              <Button
                size="sm"
                variant="secondary"
                aria-label={texts.forgetLabel(device.device)}
                busy={forget.isBusy && forget.input?.id === device.id}
                onClick={() => forget.run(device)}
              >
                {texts.forget}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {forget.dialog}
    </Panel>
  );
}
