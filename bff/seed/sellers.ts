/** The twelve shops of the demo market. `departments` are top-level categories that they trade in. */
export interface DemoSeller {
  slug: string;
  name: string;
  description: string;
  country: string;
  ownerEmail: string;
  ownerName: string;
  departments: readonly string[];
}

const shop = (
  name: string,
  slug: string,
  country: string,
  ownerName: string,
  departments: readonly string[],
  description: string,
  ownerEmail = `${slug}@sellers.plaza.test`,
): DemoSeller => ({ slug, name, description, country, ownerEmail, ownerName, departments });

export const DEMO_SELLERS: readonly DemoSeller[] = [
  shop(
    'Harbor & Finch',
    'harbor-and-finch',
    'US',
    'Nora Finch',
    ['computers', 'audio', 'peripherals', 'phones'],
    'Independent electronics shop since 2009. Everything is tested in Portland before it ships.',
    'seller@plaza.test',
  ),
  shop(
    'Silicon Row',
    'silicon-row',
    'US',
    'Marcus Bell',
    ['components', 'computers'],
    'Parts for people who build their own. Same-day dispatch from Austin until 4 pm.',
  ),
  shop(
    'Klangwerk',
    'klangwerk',
    'DE',
    'Jonas Adler',
    ['audio'],
    'Headphones, speakers and microphones, chosen by sound engineers in Berlin.',
  ),
  shop(
    'Pixel Depot',
    'pixel-depot',
    'US',
    'Dana Whitlock',
    ['displays', 'components'],
    'Monitors, televisions and graphics cards with a no-dead-pixel promise.',
  ),
  shop(
    'Tokyo Camera House',
    'tokyo-camera-house',
    'JP',
    'Haruka Mori',
    ['photo'],
    'New and inspected camera bodies, lenses and drones from Nakano.',
  ),
  shop(
    'Relay Mobile',
    'relay-mobile',
    'GB',
    'Amir Qureshi',
    ['phones'],
    'Unlocked phones, watches and the chargers that go with them.',
  ),
  shop(
    'Keyhaus',
    'keyhaus',
    'NL',
    'Sanne de Vries',
    ['peripherals'],
    'Keyboards and mice you can take apart, with spares for years.',
  ),
  shop(
    'Northlight Studio',
    'northlight-studio',
    'CA',
    'Elise Tremblay',
    ['workspace', 'peripherals'],
    'Chairs, lamps and desk gear for a calm place to work.',
  ),
  shop(
    'Circuit & Pine',
    'circuit-and-pine',
    'US',
    'Owen Hart',
    ['home', 'computers'],
    'Smart-home gear that keeps working when the internet does not.',
  ),
  shop(
    'Voltage Supply',
    'voltage-supply',
    'US',
    'Priya Raman',
    ['components', 'phones', 'peripherals'],
    'Power supplies, chargers, hubs and cables with honest ratings.',
  ),
  shop(
    'Atelier Numérique',
    'atelier-numerique',
    'FR',
    'Claire Fontaine',
    ['computers', 'displays', 'photo'],
    'Creative workstations, tablets and calibrated displays from Lyon.',
  ),
  shop(
    'Second Orbit',
    'second-orbit',
    'IE',
    'Fionn Byrne',
    ['home', 'displays', 'audio', 'workspace'],
    'Open-box and overstock technology with a two-year warranty.',
  ),
];
