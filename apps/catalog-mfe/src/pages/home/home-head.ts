import type { Home } from '@plaza/contracts';
import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation/paths';
import { messages } from '../../messages.ts';
import { homeMessages } from './messages.ts';

export function homeHead({ data }: HeadInput<Home>): PageHead {
  const picture = heroCards(data)[0]?.picture;
  return {
    title: homeMessages.title,
    description: homeMessages.description,
    canonicalPath: paths.home(),
    openGraphType: 'website',
    ...(picture && { imagePath: picture.url, preloadImagePath: picture.url }),
    jsonLd: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: messages.siteName,
        url: paths.home(),
        potentialAction: {
          '@type': 'SearchAction',
          target: `${paths.search('')}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  };
}

const HERO_CARDS = 3;

/** The products that open the home page; the first of them is its largest picture. */
export const heroCards = (home: Home): Home['featured'] =>
  home.featured.filter((card) => card.picture !== null).slice(0, HERO_CARDS);
