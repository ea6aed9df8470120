import PackageCheck from 'lucide-react/icons/package-check';
import ShoppingBag from 'lucide-react/icons/shopping-bag';
import Store from 'lucide-react/icons/store';
import { homeMessages } from './messages.ts';

const ICONS = [Store, PackageCheck, ShoppingBag] as const;

/** What sets a market of sellers apart from a shop. */
export function Promises() {
  return (
    <section
      aria-label={homeMessages.promisesLabel}
      className="grid gap-8 rounded-xl bg-surface-sunken p-6 sm:grid-cols-3 sm:gap-10 sm:p-10"
    >
      {homeMessages.promises.map(({ title, text }, at) => {
        const Icon = ICONS[at] ?? Store;
        return (
          <div key={title} className="flex flex-col gap-2">
            <Icon size={24} strokeWidth={1.75} aria-hidden="true" className="mb-1 text-accent" />
            <h2 className="text-lg font-semibold">{title}</h2>
            <p className="text-ink-muted">{text}</p>
          </div>
        );
      })}
    </section>
  );
}
