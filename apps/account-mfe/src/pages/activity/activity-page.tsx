import type { ActivityCursor, ActivityPage as ActivityData, ActivityEntry } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Button, linkClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { EmptyState } from '@plaza/ui/states';
import { useMutation } from '@tanstack/react-query';
import History from 'lucide-react/icons/history';
import { useState } from 'react';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { useFormatTime } from '../../local-time.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { nameActivity } from '../../profile/name-activity.ts';
import { Problem } from '../../profile/problem.tsx';

const texts = profileMessages.activity;

/** What happened to the account, a page at a time. */
export function ActivityPage({ data }: PageProps<ActivityData>) {
  const { client } = useHost();
  const [pages, setPages] = useState([data]);
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = useMutation({
    networkMode: 'always',
    mutationFn: (before: ActivityCursor) => client.profile.activity.query({ cursor: before }),
    onSuccess: (page) => setPages((known) => [...known, page]),
  });
  const entries = pages.flatMap((page) => page.items);
  return (
    <AccountFrame current="activity" title={texts.title} text={texts.text}>
      {entries.length === 0 ? (
        <EmptyState icon={<History size={28} />} title={texts.empty} text={texts.emptyText} />
      ) : (
        <Card padding="none">
          <ol>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </Card>
      )}
      <Problem error={more.error} />
      {cursor !== null && (
        <Button
          variant="secondary"
          className="self-start"
          busy={more.isPending}
          busyLabel={texts.loading}
          onClick={() => more.mutate(cursor)}
        >
          {texts.more}
        </Button>
      )}
      <p className="text-ink-muted">
        {texts.notYou}{' '}
        <AppLink href={paths.accountSecurity()} className={`${linkClass} whitespace-nowrap`}>
          {texts.notYouLink}
        </AppLink>
      </p>
    </AccountFrame>
  );
}

function Entry({ entry }: { entry: ActivityEntry }) {
  const formatTime = useFormatTime();
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-line px-5 py-3.5 last:border-b-0">
      <span className="min-w-0 font-medium">{nameActivity(entry)}</span>
      <span className="text-sm text-ink-muted tabular-nums">
        {entry.kind === 'change' ? texts.by[entry.by] : texts.from(entry.device, entry.place)}
        {' · '}
        <time dateTime={entry.at}>{formatTime(entry.at)}</time>
      </span>
    </li>
  );
}
