import clsx from 'clsx';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { useId, useSyncExternalStore } from 'react';
import * as messages from './messages.ts';
import { chooseTheme, onThemeChange, readTheme, type ThemeChoice } from './theme.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ThemeToggleProps {
  label?: string | undefined;
  choiceLabels?: Record<ThemeChoice, string> | undefined;
}

const defaultLabels = { light: messages.themeLight, dark: messages.themeDark, system: messages.themeSystem };
const choices = [
  { choice: 'light', Icon: Sun },
  { choice: 'dark', Icon: Moon },
  { choice: 'system', Icon: Monitor },
] as const;

/** Light, dark, or as the device has it. */
export function ThemeToggle({ label, choiceLabels = defaultLabels }: ThemeToggleProps) {
  const current = useSyncExternalStore<ThemeChoice>(onThemeChange, readTheme, () => 'system');
  const name = useId();
  return (
    <fieldset className="inline-flex rounded-full border border-line bg-surface-sunken p-1">
      <legend className="sr-only">{label ?? messages.theme}</legend>
      {choices.map(({ choice, Icon }) => (
        <label
          key={choice}
          title={choiceLabels[choice]}
          className={clsx(
            'grid size-8 cursor-pointer place-items-center rounded-full transition-colors has-focus-visible:outline-2 has-focus-visible:outline-focus',
            choice === current ? 'bg-surface-raised text-ink shadow-card' : 'text-ink-muted hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === current}
            onChange={() => chooseTheme(choice)}
            className="sr-only"
          />
          <Icon size={16} aria-hidden="true" />
          <VisuallyHidden>{choiceLabels[choice]}</VisuallyHidden>
        </label>
      ))}
    </fieldset>
  );
}
