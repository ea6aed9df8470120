import { messages } from '../messages.ts';
import { isLocalVersion } from '../releases/local-version.ts';
import { END_OVERRIDES, OVERRIDE_PARAMETER } from '../releases/override-parameter.ts';
import { useShell } from '../shell-context.ts';

const { overrides: words } = messages;

/** Says which releases somebody has chosen for themselves, so that nobody takes them for what everybody gets. */
export function OverrideBar() {
  const { overrides } = useShell();
  if (overrides.length === 0) return null;
  const choices = overrides.map((override) => {
    const [frontend = '', version = ''] = override.split('@');
    if (version === 'off') return words.off(frontend);
    return isLocalVersion(version) ? words.local(frontend, version) : words.chosen(frontend, version);
  });
  return (
    <aside
      aria-label={words.label}
      className="bg-ink px-4 py-1.5 text-center text-sm text-canvas print:hidden"
    >
      {words.text(choices.join(', '))}{' '}
      <a
        href={`?${OVERRIDE_PARAMETER}=${END_OVERRIDES}`}
        className="text-canvas underline underline-offset-4"
      >
        {words.end}
      </a>
    </aside>
  );
}
