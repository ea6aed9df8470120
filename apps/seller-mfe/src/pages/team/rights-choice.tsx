import type { SellerPermission } from '@plaza/contracts';
import { Checkbox } from '@plaza/ui/checkbox';
import { teamMessages as texts } from './messages.ts';

interface RightsChoiceProps {
  legend: string;
  /** What may be given. */
  grantable: readonly SellerPermission[];
  chosen: readonly SellerPermission[];
  onChange: (chosen: SellerPermission[]) => void;
  error?: string | undefined;
}

/** The rights of somebody, as boxes to tick. */
export function RightsChoice({ legend, grantable, chosen, onChange, error }: RightsChoiceProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      {grantable.map((permission) => (
        <Checkbox
          key={permission}
          label={texts.rights[permission].name}
          hint={texts.rights[permission].hint}
          checked={chosen.includes(permission)}
          onChange={({ target }) =>
            onChange(
              target.checked ? [...chosen, permission] : chosen.filter((other) => other !== permission),
            )
          }
        />
      ))}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
