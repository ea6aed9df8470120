import type { TextFieldProps } from '@plaza/ui/text-field';
import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import { PasswordField } from '../form/password-field.tsx';
import { messages } from './messages.ts';
import { useStrength } from './use-strength.ts';

export interface NewPasswordFieldProps extends Omit<TextFieldProps, 'type' | 'hint' | 'autoComplete'> {
  /** What is in the field: forms keep it, this component only looks at it. */
  typed: string;
  /** Name, e-mail address, name of the shop: what the password must not be built from. */
  own: readonly string[];
}

/** Where a password is chosen: says how strong it is and what it needs, while it is typed. */
export function NewPasswordField({ typed, own, ...field }: NewPasswordFieldProps) {
  const { isLongEnough, isUnforeseen, score } = useStrength(typed, own);
  return (
    <div className="flex flex-col gap-3">
      <PasswordField {...field} hint={messages.hint} autoComplete="new-password" />
      <StrengthMeter score={score} />
      <ul aria-label={messages.rules} className="flex flex-col gap-1 text-sm text-ink-muted">
        <Rule isDone={isLongEnough} text={messages.ruleLength} />
        <Rule isDone={isLongEnough && isUnforeseen} text={messages.ruleOwn} />
        <Rule isDone={null} text={messages.ruleLeaked} />
      </ul>
    </div>
  );
}

const STEPS = [1, 2, 3, 4] as const;
const COLOURS = ['bg-danger', 'bg-danger', 'bg-warning', 'bg-positive', 'bg-positive'] as const;

/** Four bars and, for everybody, the word; said aloud when it becomes another one. */
function StrengthMeter({ score }: { score: 0 | 1 | 2 | 3 | 4 | null }) {
  const filled = score === null ? 0 : Math.max(score, 1);
  return (
    <div className="flex flex-col gap-1.5">
      <div aria-hidden="true" className="flex gap-1">
        {STEPS.map((step) => (
          <span
            key={step}
            className={`h-1.5 flex-1 rounded-full transition-colors motion-reduce:transition-none ${
              step <= filled && score !== null ? COLOURS[score] : 'bg-surface-sunken'
            }`}
          />
        ))}
      </div>
      <p role="status" className="min-h-5 text-sm text-ink">
        {score !== null && messages.strength(messages.labels[score])}
      </p>
    </div>
  );
}

/** @param props.isDone null for what only the server knows */
function Rule({ isDone, text }: { isDone: boolean | null; text: string }) {
  const Icon = isDone ? Check : Circle;
  return (
    <li className="flex items-start gap-2">
      <Icon size={14} aria-hidden="true" className={`mt-1 shrink-0 ${isDone ? 'text-positive' : ''}`} />
      <span>
        {text}
        {isDone !== null && <span className="sr-only"> ({isDone ? messages.done : messages.open})</span>}
      </span>
    </li>
  );
}
