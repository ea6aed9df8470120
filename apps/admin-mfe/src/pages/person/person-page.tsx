import type { Person } from '@plaza/contracts';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Button, linkClass } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { useState } from 'react';
import { messages } from '../../messages.ts';
import { AccountStatus } from '../../shared/account-status.tsx';
import { AdminFrame, NothingToSee } from '../../shared/admin-frame.tsx';
import { AuditTable } from '../../shared/audit-table.tsx';
import type { AuditLog } from '../../shared/fetch-audit.ts';
import { ChangeDialog, type WantedChange } from './change-dialog.tsx';
import type { PersonData } from './load-person.ts';
import { PersonFacts } from './person-facts.tsx';
import { SessionsTable } from './sessions-table.tsx';

const texts = messages.person;

/** One account: what is known, where it is signed in, what happened to it, and what can be done. */
export function PersonPage({ data, params }: PageProps<PersonData>) {
  if (typeof data === 'string')
    return <NothingToSee why={data} returnTo={paths.adminPerson(params.accountId ?? '')} />;
  return <OnePerson {...data} />;
}

function OnePerson({ person, log }: Exclude<PersonData, string>) {
  const [wanted, setWanted] = useState<WantedChange | null>(null);
  return (
    <AdminFrame
      section="people"
      title={person.displayName}
      aside={<AccountStatus status={person.status} />}
      actions={<Actions person={person} onWant={setWanted} />}
    >
      <div className="flex flex-col gap-6">
        {person.status === 'suspended' && <Notice tone="warning">{texts.suspended}</Notice>}
        {person.status === 'erased' && <Notice>{texts.erased}</Notice>}
        <Panel label={texts.facts} title={texts.facts}>
          <PersonFacts person={person} />
        </Panel>
        <Sessions person={person} onWant={setWanted} />
        {log && <History person={person} log={log} />}
        <p>
          <AppLink href={paths.adminPeople()} className={linkClass}>
            {texts.all}
          </AppLink>
        </p>
      </div>
      <ChangeDialog person={person} wanted={wanted} onClose={() => setWanted(null)} />
    </AdminFrame>
  );
}

interface PartProps {
  person: Person;
  onWant: (change: WantedChange) => void;
}

function Actions({ person, onWant }: PartProps) {
  const may = (change: Person['changes'][number]) => person.changes.includes(change);
  return (
    <>
      {may('changeRoles') && (
        <Button variant="secondary" onClick={() => onWant({ kind: 'changeRoles' })}>
          {texts.changeRoles}
        </Button>
      )}
      {may('suspend') && (
        <Button variant="danger" onClick={() => onWant({ kind: 'suspend' })}>
          {texts.suspend}
        </Button>
      )}
      {may('restore') && <Button onClick={() => onWant({ kind: 'restore' })}>{texts.restore}</Button>}
    </>
  );
}

function Sessions({ person, onWant }: PartProps) {
  const mayEnd = person.changes.includes('endSessions');
  return (
    <Panel
      label={texts.sessions}
      title={texts.sessions}
      text={mayEnd && texts.sessionsText}
      footer={
        mayEnd &&
        person.sessions.length > 1 && (
          <Button variant="secondary" onClick={() => onWant({ kind: 'endSessions' })}>
            {texts.endAll}
          </Button>
        )
      }
    >
      {person.sessions.length === 0 ? (
        <p className="text-ink-muted">{texts.noSessions}</p>
      ) : (
        <SessionsTable
          sessions={person.sessions}
          onEnd={mayEnd ? (session) => onWant({ kind: 'endSession', session }) : null}
        />
      )}
    </Panel>
  );
}

function History({ person, log }: { person: Person; log: AuditLog }) {
  return (
    <Panel
      label={texts.history}
      title={texts.history}
      text={texts.historyText}
      footer={
        <>
          <AppLink href={paths.adminAudit({ subject: person.id })} className={linkClass}>
            {texts.wholeHistory}
          </AppLink>
          <AppLink href={paths.adminAudit({ actor: person.id })} className={linkClass}>
            {texts.doneByThem}
          </AppLink>
        </>
      }
    >
      {log.entries.length === 0 ? (
        <p className="text-ink-muted">{texts.noHistory}</p>
      ) : (
        <AuditTable log={log} caption={texts.history} withSubject={false} />
      )}
    </Panel>
  );
}
