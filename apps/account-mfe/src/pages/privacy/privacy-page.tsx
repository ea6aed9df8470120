import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { EmptyState } from '@plaza/ui/states';
import { useQueryClient } from '@tanstack/react-query';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useState } from 'react';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { useFormatTime } from '../../local-time.tsx';
import { ErasingNotice } from '../../profile/erasing-notice.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { CopySection } from './copy-section.tsx';
import { EraseSection } from './erase-section.tsx';
import type { PrivacyData } from './load-privacy.ts';

const texts = profileMessages.privacy;

export function PrivacyPage({ data: { privacy, email } }: PageProps<PrivacyData>) {
  const { api } = useHost();
  const queries = useQueryClient();
  const [erasedAt, setErasedAt] = useState<string | null>(null);
  const leave = (dueAt: string) => {
    setErasedAt(dueAt);
    // Whatever was fetched for this account is nobody's to see any more.
    queries.removeQueries({ queryKey: api.profile.pathKey() });
    void queries.invalidateQueries({ queryKey: api.identity.me.queryKey() });
  };
  if (erasedAt) return <SignedOut dueAt={erasedAt} />;
  return (
    <AccountFrame current="privacy" title={texts.title} text={texts.text}>
      {privacy.erasureDueAt && <ErasingNotice dueAt={privacy.erasureDueAt} />}
      <CopySection initial={privacy} />
      {!privacy.erasureDueAt && <EraseSection privacy={privacy} email={email} onErased={leave} />}
    </AccountFrame>
  );
}

function SignedOut({ dueAt }: { dueAt: string }) {
  const formatTime = useFormatTime();
  return (
    <Container className="py-10">
      <div role="status">
        <EmptyState
          icon={<CircleCheck size={28} />}
          title={texts.doneTitle}
          text={texts.done(formatTime(dueAt, 'day'))}
          actions={
            <>
              <AppLink href={paths.home()} className={buttonClass()}>
                {texts.home}
              </AppLink>
              <AppLink
                href={paths.signIn(paths.accountPrivacy())}
                className={buttonClass({ variant: 'secondary' })}
              >
                {texts.signInAgain}
              </AppLink>
            </>
          }
        />
      </div>
    </Container>
  );
}
