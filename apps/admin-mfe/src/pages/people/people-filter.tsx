import { type AccountStatus, accountStatusSchema, type Role, roleSchema } from '@plaza/contracts';
import { paths, useNavigation } from '@plaza/navigation';
import { Button } from '@plaza/ui/button';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import Search from 'lucide-react/icons/search';
import { useState } from 'react';
import { messages } from '../../messages.ts';

const texts = messages.people;

interface PeopleFilterProps {
  query: string;
  role: Role | undefined;
  status: AccountStatus | undefined;
}

/** Search, role and status, kept in the address. */
export function PeopleFilter({ query, role, status }: PeopleFilterProps) {
  const { open } = useNavigation();
  const [text, setText] = useState(query);
  const show = (change: { role?: string; status?: string }) =>
    void open(paths.adminPeople({ find: text.trim(), role, status, ...change }), { keepScroll: true });
  return (
    <search className="mb-5 block">
      <form
        action={paths.adminPeople()}
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          show({});
        }}
      >
        <TextField
          type="search"
          name="find"
          label={texts.search}
          hideLabel
          placeholder={texts.searchExample}
          hint={texts.searchHint}
          leading={<Search size={18} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-w-52 flex-1 sm:max-w-md"
        />
        <Button type="submit" variant="secondary">
          {texts.searchButton}
        </Button>
        <SelectField
          label={texts.role}
          hideLabel
          optional
          name="role"
          value={role ?? ''}
          onChange={(event) => show({ role: event.target.value })}
          placeholder={texts.anyRole}
          options={roleSchema.options.map((value) => ({ value, label: messages.roles[value] }))}
          className="min-w-36 max-sm:flex-1"
        />
        <SelectField
          label={texts.status}
          hideLabel
          optional
          name="status"
          value={status ?? ''}
          onChange={(event) => show({ status: event.target.value })}
          placeholder={texts.anyStatus}
          options={accountStatusSchema.options.map((value) => ({
            value,
            label: messages.accountStatus[value],
          }))}
          className="min-w-36 max-sm:flex-1"
        />
      </form>
    </search>
  );
}
