import { countryName, countrySchema } from '@plaza/contracts';
import { SelectField, type SelectFieldProps } from '@plaza/ui/select-field';
import { TextField, type TextFieldProps } from '@plaza/ui/text-field';
import { recoveryMessages } from './messages.ts';

const texts = recoveryMessages.seller;
const countries = countrySchema.options
  .map((country) => ({ value: country, label: countryName(country) }))
  .sort((a, b) => a.label.localeCompare(b.label));

/** What a shop needs to be opened. */
export function ShopFields(props: {
  name: Omit<TextFieldProps, 'label'>;
  country: Omit<SelectFieldProps, 'label' | 'options'>;
}) {
  return (
    <>
      <TextField
        label={texts.shopName}
        autoComplete="organization"
        hint={texts.shopNameHint}
        {...props.name}
      />
      <SelectField
        label={texts.country}
        autoComplete="country"
        placeholder={texts.countryPlaceholder}
        options={countries}
        {...props.country}
      />
    </>
  );
}
