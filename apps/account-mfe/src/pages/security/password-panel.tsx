import { zodResolver } from '@hookform/resolvers/zod';
import { changePasswordInput } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Dialog } from '@plaza/ui/dialog';
import { Notice } from '@plaza/ui/notice';
import { Panel } from '@plaza/ui/panel';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { PasswordField } from '../../form/password-field.tsx';
import { SubmitButton } from '../../form/submit-button.tsx';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { securityMessages } from './messages.ts';
import { useChange } from './use-change.ts';

const texts = securityMessages.password;

interface PasswordPanelProps {
  hasPassword: boolean;
  own: readonly string[];
}

export function PasswordPanel({ hasPassword, own }: PasswordPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const label = hasPassword ? texts.change : texts.set;
  return (
    <Panel label={texts.title} title={texts.title} text={hasPassword ? texts.has : texts.none}>
      <Button variant="secondary" onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={label} description={texts.dialogText}>
        <PasswordForm hasPassword={hasPassword} own={own} onDone={() => setIsOpen(false)} />
      </Dialog>
    </Panel>
  );
}

function PasswordForm({ hasPassword, own, onDone }: PasswordPanelProps & { onDone: () => void }) {
  const { client, notify } = useHost();
  const form = useForm({
    resolver: zodResolver(changePasswordInput),
    defaultValues: { newPassword: '', ...(hasPassword && { currentPassword: '' }) },
  });
  const { errors } = form.formState;
  const change = useChange(client.identity.changePassword.mutate, (result) => {
    if (!result.ok) return;
    notify({ tone: 'success', text: texts.done(result.endedCount) });
    onDone();
  });
  return (
    <>
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((input) => change.run(input))}
        className="flex flex-col gap-5"
      >
        {change.problem && <Notice tone="danger">{change.problem}</Notice>}
        {hasPassword && (
          <PasswordField
            label={texts.current}
            autoComplete="current-password"
            error={errors.currentPassword?.message}
            {...form.register('currentPassword')}
          />
        )}
        <NewPasswordField
          label={texts.next}
          typed={form.watch('newPassword')}
          own={own}
          error={errors.newPassword?.message}
          {...form.register('newPassword')}
        />
        <SubmitButton busy={change.isBusy} busyLabel={texts.busy}>
          {texts.submit}
        </SubmitButton>
      </form>
      {change.dialog}
    </>
  );
}
