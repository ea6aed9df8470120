import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { EmptyState } from '@plaza/ui/states';
import ScrollText from 'lucide-react/icons/scroll-text';
import { messages } from '../../messages.ts';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { AuditTable } from '../../shared/audit-table.tsx';
import { KeysetPages } from '../../shared/keyset-pages.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { type AuditData, auditInput } from './load-audit.ts';

const texts = messages.audit;

/** Everything that was written down, newest first, to filter and to open. */
export function AuditPage({ data, search }: PageProps<AuditData>) {
  const { open } = useNavigation();
  if (typeof data === 'string') return <NothingToSee why={data} returnTo={paths.adminAudit()} />;
  const { entries, names, nextCursor } = data.log;
  const input = auditInput(search);
  const filter = {
    action: input.action ?? '',
    actor: input.actorAccountId ?? '',
    subject: input.subjectId ?? '',
  };
  const isFiltered = Object.values(filter).some((value) => value !== '');
  const here = { ...filter, before: input.cursor };
  return (
    <AdminFrame section="audit" title={texts.title} aside={texts.text}>
      <AuditFilter key={Object.values(filter).join('|')} values={filter} />
      {entries.length === 0 ? (
        <EmptyState
          title={isFiltered ? texts.noneTitle : texts.emptyTitle}
          text={isFiltered ? texts.noneText : texts.emptyText}
          icon={<ScrollText size={28} />}
          actions={
            isFiltered && (
              <AppLink href={paths.adminAudit()} className={buttonClass({ variant: 'secondary' })}>
                {texts.clear}
              </AppLink>
            )
          }
        />
      ) : (
        <AuditTable
          log={data.log}
          caption={texts.title}
          hrefFor={({ id }) => paths.adminAudit({ ...here, entry: id })}
        />
      )}
      <KeysetPages
        newerHref={input.cursor === undefined ? null : paths.adminAudit(filter)}
        newerLabel={messages.pages.newest}
        olderHref={nextCursor === null ? null : paths.adminAudit({ ...filter, before: nextCursor })}
      />
      <EntryDrawer
        entry={entries.find(({ id }) => id === search.entry) ?? null}
        names={names}
        onClose={() => void open(paths.adminAudit(here), { keepScroll: true })}
      />
    </AdminFrame>
  );
}
