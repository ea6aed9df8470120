import { zodResolver } from '@hookform/resolvers/zod';
import {
  currencySchema,
  MAX_SOCIAL_LINKS,
  NOTIFICATION_KINDS,
  type Profile,
  saveProfileInput,
} from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { Checkbox } from '@plaza/ui/checkbox';
import { IconButton } from '@plaza/ui/icon-button';
import { SelectField } from '@plaza/ui/select-field';
import { TextField } from '@plaza/ui/text-field';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { z } from 'zod';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';

const texts = profileMessages.profile;

const currencyNames = new Intl.DisplayNames('en', { type: 'currency' });
const currencies = currencySchema.options.map((code) => ({
  value: code,
  label: `${code} · ${currencyNames.of(code) ?? code}`,
}));
const languages = Object.entries(texts.languages).map(([value, label]) => ({ value, label }));

// A list of fields wants objects.
const formSchema = saveProfileInput.omit({ socialLinks: true }).extend({
  links: z.array(z.object({ url: saveProfileInput.shape.socialLinks.element })).max(MAX_SOCIAL_LINKS),
});

/** Names, preferences and links, saved together. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const { api, notify } = useHost();
  const queries = useQueryClient();
  // In the server's HTML, too: a field that got its text later would mix it with what somebody has begun to type.
  const [first] = useState(() => toForm(profile));
  const { register, handleSubmit, formState, control, reset } = useForm({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: first,
  });
  const links = useFieldArray({ control, name: 'links' });
  const save = useMutation(
    api.profile.save.mutationOptions({
      networkMode: 'always',
      onSuccess: (saved) => {
        reset(toForm(saved));
        notify({ tone: 'success', text: profileMessages.saved });
        void queries.invalidateQueries({ queryKey: api.identity.me.queryKey() });
      },
    }),
  );
  const { errors } = formState;
  return (
    <form
      noValidate
      onSubmit={handleSubmit(({ links: given, ...values }) =>
        save.mutate({ ...values, socialLinks: given.map(({ url }) => url) }),
      )}
      className="flex flex-col gap-6"
    >
      <Section title={texts.names}>
        <TextField
          label={texts.displayName}
          hint={texts.displayNameHint}
          autoComplete="nickname"
          error={errors.displayName?.message}
          defaultValue={first.displayName}
          {...register('displayName')}
        />
        <TextField
          label={texts.fullName}
          hint={texts.fullNameHint}
          optional
          autoComplete="name"
          error={errors.fullName?.message}
          defaultValue={first.fullName}
          {...register('fullName')}
        />
        <TextField
          label={texts.phone}
          hint={texts.phoneHint}
          optional
          type="tel"
          autoComplete="tel"
          error={errors.phone?.message}
          defaultValue={first.phone}
          {...register('phone')}
        />
      </Section>
      <Section title={texts.preferences}>
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            label={texts.language}
            hint={texts.languageHint}
            options={languages}
            {...register('language')}
          />
          <SelectField
            label={texts.currency}
            hint={texts.currencyHint}
            options={currencies}
            {...register('currency')}
          />
        </div>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium">{texts.notifications}</legend>
          {NOTIFICATION_KINDS.map((kind) => (
            <Checkbox key={kind} label={texts.kinds[kind]} value={kind} {...register('notifications')} />
          ))}
          <p className="text-sm text-ink-muted">{texts.notificationsHint}</p>
        </fieldset>
      </Section>
      <Section title={texts.links} text={texts.linksHint}>
        {links.fields.length > 0 && (
          <ul className="flex flex-col gap-4">
            {links.fields.map((field, index) => (
              <li key={field.id} className="flex items-start gap-2">
                <TextField
                  label={texts.link(index + 1)}
                  hideLabel
                  type="url"
                  inputMode="url"
                  placeholder="https://"
                  className="flex-1"
                  error={errors.links?.[index]?.url?.message}
                  {...register(`links.${index}.url`)}
                />
                <IconButton label={texts.removeLink(index + 1)} onClick={() => links.remove(index)}>
                  <X size={18} aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
        {links.fields.length < MAX_SOCIAL_LINKS && (
          <Button
            variant="secondary"
            size="sm"
            className="self-start"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => links.append({ url: 'https://' })}
          >
            {texts.addLink}
          </Button>
        )}
      </Section>
      <Problem error={save.error} />
      <Button
        type="submit"
        size="lg"
        busy={save.isPending}
        busyLabel={profileMessages.saving}
        className="sm:self-start"
      >
        {profileMessages.save}
      </Button>
    </form>
  );
}

const toForm = ({
  displayName,
  fullName,
  phone,
  language,
  currency,
  notifications,
  socialLinks,
}: Profile) => ({
  displayName,
  fullName,
  phone,
  language,
  currency,
  notifications,
  links: socialLinks.map((url) => ({ url })),
});
