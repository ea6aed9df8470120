import type { ApiScope, CreateApiClientResult } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useStepUp } from '@plaza/federation/step-up';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { Notice } from '@plaza/ui/notice';
import { TextField } from '@plaza/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';
import { CopiedField } from './copied-field.tsx';
import { apiMessages as texts } from './messages.ts';

type Made = Extract<CreateApiClientResult, { ok: true }>;

interface CreateClientProps {
  grantable: readonly ApiScope[];
  onDone: () => unknown;
}

/** A form for another client; afterwards its token, this once. */
export function CreateClient({ grantable, onDone }: CreateClientProps) {
  const { client } = useHost();
  const { guard, dialog } = useStepUp();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ApiScope[]>([]);
  const [isTried, setIsTried] = useState(false);
  const create = useMutation({
    networkMode: 'always',
    mutationFn: () => guard(() => client.apiClient.create.mutate({ name, scopes })),
    onSuccess: (result) => (result.ok ? onDone() : undefined),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsTried(true);
    if (scopes.length > 0) create.mutate();
  };
  const forget = () => {
    create.reset();
    setName('');
    setScopes([]);
    setIsTried(false);
  };
  if (create.data?.ok) return <Ready made={create.data} onDone={forget} />;
  return (
    <Section title={texts.create} text={texts.createText}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <fieldset className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <legend className="mb-2 text-sm font-medium">{texts.scopes}</legend>
          {grantable.map((scope) => (
            <Checkbox
              key={scope}
              label={texts.scopeNames[scope]}
              hint={<code>{scope}</code>}
              checked={scopes.includes(scope)}
              onChange={({ target }) =>
                setScopes(target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
              }
            />
          ))}
          {isTried && scopes.length === 0 && (
            <p role="alert" className="text-sm text-danger sm:col-span-2">
              {texts.chooseOne}
            </p>
          )}
        </fieldset>
        <Problem error={create.error} text={create.data?.ok === false ? create.data.message : undefined} />
        <Button type="submit" className="self-start" busy={create.isPending} busyLabel={texts.busy}>
          {texts.submit}
        </Button>
      </form>
      {dialog}
    </Section>
  );
}

function Ready({ made: { client, refreshToken }, onDone }: { made: Made; onDone: () => void }) {
  return (
    <Section title={texts.readyTitle(client.name)}>
      <Notice tone="warning">{texts.readyText}</Notice>
      <CopiedField label={texts.clientId} value={client.id} />
      <CopiedField label={texts.refreshToken} value={refreshToken} />
      <p className="text-sm text-ink-muted">{texts.how}</p>
      <Button className="self-start" onClick={onDone}>
        {texts.done}
      </Button>
    </Section>
  );
}
