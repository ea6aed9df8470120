import type { Person } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { messages } from '../../messages.ts';
import { type Fact, FactList } from '../../shared/fact-list.tsx';
import { formatMoment } from '../../shared/when.ts';

const texts = messages.person;

/** What an account says of itself. */
export function PersonFacts({ person }: { person: Person }) {
  const { email, isEmailVerified, seller } = person;
  const facts: Fact[] = [
    ...(email === null
      ? []
      : [{ label: texts.email, value: `${email} (${isEmailVerified ? texts.verified : texts.unverified})` }]),
    { label: texts.roles, value: person.roles.map((role) => messages.roles[role]).join(', ') },
    ...(seller
      ? [
          {
            label: texts.store,
            value: (
              <AppLink
                href={paths.store(seller.slug)}
                aria-label={texts.viewStore(seller.name)}
                className={linkClass}
              >
                {seller.name}
              </AppLink>
            ),
          },
        ]
      : []),
    { label: texts.registered, value: formatMoment(person.createdAt) },
    { label: texts.id, value: person.id },
  ];
  return <FactList wide facts={facts} />;
}
