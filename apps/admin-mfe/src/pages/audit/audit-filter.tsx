import { auditActionSchema, idSchema } from '@plaza/contracts';
import { paths, useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { TextField } from '@plaza/ui/text-field';
import { type FormEvent, useState } from 'react';
import { messages } from '../../messages.ts';

const texts = messages.audit;

export interface AuditFilterValues {
  action: string;
  actor: string;
  subject: string;
}

/** What kind of entry, by whom and about what; kept in the address. */
export function AuditFilter({ values }: { values: AuditFilterValues }) {
  const { open } = useNavigation();
  const [typed, setTyped] = useState(values);
  const [errors, setErrors] = useState<Partial<AuditFilterValues>>({});

  function show(event: FormEvent): void {
    event.preventDefault();
    const found = findErrors(typed);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    void open(paths.adminAudit({ ...trimmed(typed) }), { keepScroll: true });
  }
  const field = (name: keyof AuditFilterValues) => ({
    name,
    label: texts[name],
    value: typed[name],
    error: errors[name],
    optional: true,
    optionalLabel: '',
    autoComplete: 'off',
    spellCheck: false,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <search className="mb-5 block">
      <form noValidate action={paths.adminAudit()} onSubmit={show} className="flex flex-wrap items-end gap-3">
        <TextField {...field('action')} placeholder={texts.actionExample} className="min-w-48 flex-1" />
        <TextField {...field('actor')} placeholder={texts.actorExample} className="min-w-48 flex-1" />
        <TextField {...field('subject')} placeholder={texts.subjectExample} className="min-w-48 flex-1" />
        <Button type="submit" variant="secondary">
          {texts.filterButton}
        </Button>
      </form>
    </search>
  );
}

const trimmed = ({ action, actor, subject }: AuditFilterValues): AuditFilterValues => ({
  action: action.trim(),
  actor: actor.trim(),
  subject: subject.trim(),
});

function findErrors(values: AuditFilterValues): Partial<AuditFilterValues> {
  const { action, actor } = trimmed(values);
  return {
    ...(action !== '' && !auditActionSchema.safeParse(action).success && { action: texts.actionError }),
    ...(actor !== '' && !idSchema.safeParse(actor).success && { actor: texts.actorError }),
  };
}
