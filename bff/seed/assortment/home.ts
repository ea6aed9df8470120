import { colours, type ProductLine } from './product-line.ts';

export const HOME: readonly ProductLine[] = [
  {
    category: 'wifi-routers',
    department: 'home',
    kind: 'router',
    noun: 'Wi-Fi Router',
    brands: ['Octavo', 'Quanta Ridge', 'Brightline'],
    series: ['Beacon', 'Mesh', 'Gate'],
    models: ['6', '6E', '7', '7 Duo', '7 Trio', 'Travel'],
    price: [69, 499],
    weightGrams: 620,
    options: [
      {
        name: 'Units',
        values: [
          ['One', 0],
          ['Two', 11000],
        ],
      },
    ],
    specs: [
      ['Standard', ['Wi-Fi 6', 'Wi-Fi 6E', 'Wi-Fi 7']],
      ['Ports', ['4 × 1 Gbit/s', '4 × 2.5 Gbit/s', '2 × 10 Gbit/s, 2 × 2.5 Gbit/s']],
      ['Area', ['120 m²', '180 m²', '300 m²']],
      ['Updates', ['Ten years, automatic']],
    ],
    story: [
      'Set up from a browser, without an account.',
      'Guests get their own network and a card with the code.',
      'Security updates for ten years, in writing.',
    ],
  },
  {
    category: 'smart-lighting-and-sensors',
    department: 'home',
    kind: 'smart-home',
    noun: 'Smart Home Kit',
    brands: ['Solace', 'Brightline', 'Pineforge'],
    series: ['Glow', 'Sense', 'Room'],
    models: ['Bulb', 'Strip', 'Motion', 'Door', 'Climate', 'Plug'],
    price: [15, 149],
    weightGrams: 160,
    options: [
      {
        name: 'Pack',
        values: [
          ['One', 0],
          ['Three', 2800],
        ],
      },
    ],
    specs: [
      ['Protocol', ['Matter over Thread', 'Matter over Wi-Fi', 'Zigbee 3.0']],
      ['Power', ['Mains', 'CR2450, three years', 'USB-C']],
      ['Cloud', ['Not needed']],
    ],
    story: [
      'Works when the internet does not.',
      'Joins by a code that you photograph once.',
      'No subscription, now or later.',
    ],
  },
  {
    category: 'printers',
    department: 'home',
    kind: 'printer',
    noun: 'Printer',
    brands: ['Brightline', 'Tessera', 'Halcyon'],
    series: ['Page', 'Tank', 'Press'],
    models: ['100', '200', '200 Duplex', '300', '400 Colour', '500'],
    price: [99, 549],
    weightGrams: 6900,
    options: [colours('White')],
    specs: [
      ['Type', ['Ink tank, colour', 'Laser, black', 'Laser, colour']],
      ['Speed', ['15 pages a minute', '22 pages a minute', '34 pages a minute']],
      ['Cost', ['0.3 cents a page', '1.1 cents a page', '1.9 cents a page']],
      ['Duplex', ['Yes']],
    ],
    story: [
      'Takes any ink, and tells you how much is left in millilitres.',
      'Prints the first page in seven seconds.',
      'Wakes up when called, and only then.',
    ],
  },
];
