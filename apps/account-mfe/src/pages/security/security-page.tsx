import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { Panel } from '@plaza/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { ChangeEmail } from '../../recovery/change-email.tsx';
import { recoveryMessages as recovery } from '../../recovery/messages.ts';
import { SecurityQuestions } from '../../recovery/security-questions.tsx';
import { ConnectedAccounts } from '../../social/connected-accounts.tsx';
import { DevicesPanel } from './devices-panel.tsx';
import { FactorsPanel } from './factors-panel.tsx';
import type { SecurityData } from './load-security.ts';
import { securityMessages as texts } from './messages.ts';
import { PasswordPanel } from './password-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** How somebody signs in, and by what else their account is confirmed. */
export function SecurityPage({ data }: PageProps<SecurityData>) {
  const { api } = useHost();
  const { data: overview } = useQuery(
    api.factor.overview.queryOptions(undefined, { initialData: data.overview }),
  );
  return (
    <AccountFrame current="security" title={texts.title} text={texts.text}>
      <PasswordPanel hasPassword={overview.hasPassword} own={data.own} />
      <FactorsPanel overview={overview} />
      {overview.recoveryCodesLeft !== null && <RecoveryPanel left={overview.recoveryCodesLeft} />}
      {overview.factors.length > 0 && <DevicesPanel devices={overview.devices} />}
      <SessionsPanel initial={data.sessions} />
      {data.connections.connected.length + data.connections.available.length > 0 && (
        <Panel label={texts.connections.title} title={texts.connections.title} text={texts.connections.text}>
          <ConnectedAccounts initial={data.connections} />
        </Panel>
      )}
      <Panel label={recovery.changeEmail.title} title={recovery.changeEmail.title}>
        <ChangeEmail email={data.email} />
      </Panel>
      <Panel label={recovery.questions.title} title={recovery.questions.title}>
        <SecurityQuestions />
      </Panel>
    </AccountFrame>
  );
}
