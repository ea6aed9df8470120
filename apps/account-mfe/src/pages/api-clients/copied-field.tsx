import { useHost } from '@plaza/federation/host';
import { IconButton } from '@plaza/ui/icon-button';
import { TextField } from '@plaza/ui/text-field';
import Copy from 'lucide-react/icons/copy';
import { apiMessages as texts } from './messages.ts';

/** Something to be taken elsewhere, by hand or by a press. */
export function CopiedField({ label, value }: { label: string; value: string }) {
  const { notify } = useHost();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    notify({ tone: 'success', text: texts.copied(label) });
  };
  return (
    <TextField
      label={label}
      readOnly
      autoComplete="off"
      value={value}
      onFocus={({ target }) => target.select()}
      trailing={
        <IconButton size="sm" label={texts.copy(label)} onClick={() => void copy()} className="-me-2">
          <Copy size={18} aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
