import { type CanaryAudience, canaryAudienceSchema, hasStableArm } from '@plaza/contracts';
import { Notice } from '@plaza/ui/notice';
import { RadioCards, type RadioOption } from '@plaza/ui/radio-cards';
import { TextField } from '@plaza/ui/text-field';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { releaseMessages } from '../releases/messages.ts';
import { type AudienceValues, toAudience } from './audience-form.ts';

const texts = releaseMessages.form;
const KINDS = ['share', 'internal', 'countries', 'newVisitors'] as const;
const options: RadioOption<CanaryAudience['kind']>[] = KINDS.map((kind) => ({
  value: kind,
  label: releaseMessages.audienceKinds[kind].label,
  description: releaseMessages.audienceKinds[kind].text,
}));

/** Who gets a canary, and how many of them. */
export function AudienceFields() {
  const { register, control, formState } = useFormContext<AudienceValues>();
  const { field } = useController({ control, name: 'audience' });
  const { errors } = formState;
  const [audience, percent, countries] = useWatch({ control, name: ['audience', 'percent', 'countries'] });
  const wanted = canaryAudienceSchema.safeParse(toAudience({ audience, percent, countries })).data;
  return (
    <>
      <RadioCards legend={texts.audience} options={options} value={field.value} onChange={field.onChange} />
      {field.value === 'countries' && (
        <TextField
          label={texts.countries}
          hint={texts.countriesHint}
          error={errors.countries?.message}
          autoCapitalize="characters"
          {...register('countries')}
        />
      )}
      {field.value !== 'internal' && (
        <TextField
          label={texts.percent}
          inputMode="numeric"
          trailing="%"
          error={errors.percent?.message}
          {...register('percent')}
        />
      )}
      {wanted && !hasStableArm(wanted) && <Notice>{releaseMessages.uncompared.text}</Notice>}
    </>
  );
}
