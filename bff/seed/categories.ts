/** Three levels: department, shelf, category. Products sit in categories only. */
export interface DemoCategory {
  slug: string;
  name: string;
  children?: readonly DemoCategory[];
}

const at = (slug: string, name: string, children?: readonly DemoCategory[]): DemoCategory =>
  children ? { slug, name, children } : { slug, name };

export const DEMO_CATEGORIES: readonly DemoCategory[] = [
  at('computers', 'Computers', [
    at('laptops', 'Laptops', [
      at('ultraportable-laptops', 'Ultraportables'),
      at('gaming-laptops', 'Gaming laptops'),
      at('creator-laptops', 'Creator laptops'),
    ]),
    at('desktops', 'Desktops', [at('mini-pcs', 'Mini PCs'), at('gaming-desktops', 'Gaming desktops')]),
    at('tablets', 'Tablets', [
      at('android-tablets', 'Everyday tablets'),
      at('drawing-tablets', 'Drawing tablets'),
    ]),
  ]),
  at('phones', 'Phones & wearables', [
    at('smartphones', 'Smartphones', [
      at('flagship-phones', 'Flagship phones'),
      at('everyday-phones', 'Everyday phones'),
    ]),
    at('wearables', 'Wearables', [
      at('smartwatches', 'Smartwatches'),
      at('fitness-watches', 'Fitness watches'),
    ]),
    at('phone-power', 'Phone power', [at('chargers', 'Chargers'), at('power-banks', 'Power banks')]),
  ]),
  at('components', 'Components', [
    at('processing', 'Processors & boards', [
      at('processors', 'Processors'),
      at('motherboards', 'Motherboards'),
    ]),
    at('graphics', 'Graphics', [at('graphics-cards', 'Graphics cards')]),
    at('memory-storage', 'Memory & storage', [at('memory', 'Memory'), at('ssds', 'Solid-state drives')]),
    at('power-cooling', 'Power, cases & cooling', [
      at('power-supplies', 'Power supplies'),
      at('pc-cases', 'PC cases'),
      at('coolers', 'Coolers'),
    ]),
  ]),
  at('audio', 'Audio', [
    at('headphones', 'Headphones', [
      at('over-ear-headphones', 'Over-ear headphones'),
      at('earbuds', 'Earbuds'),
    ]),
    at('speakers', 'Speakers', [
      at('portable-speakers', 'Portable speakers'),
      at('bookshelf-speakers', 'Bookshelf speakers'),
    ]),
    at('recording', 'Recording', [at('usb-microphones', 'USB microphones')]),
  ]),
  at('displays', 'Displays', [
    at('monitors', 'Monitors', [
      at('office-monitors', 'Office monitors'),
      at('gaming-monitors', 'Gaming monitors'),
    ]),
    at('televisions', 'Televisions', [at('oled-televisions', 'OLED televisions')]),
  ]),
  at('peripherals', 'Peripherals', [
    at('keyboards', 'Keyboards', [
      at('mechanical-keyboards', 'Mechanical keyboards'),
      at('low-profile-keyboards', 'Low-profile keyboards'),
    ]),
    at('mice', 'Mice', [at('gaming-mice', 'Gaming mice'), at('ergonomic-mice', 'Ergonomic mice')]),
    at('play', 'Play', [at('gamepads', 'Gamepads'), at('vr-headsets', 'VR headsets')]),
    at('connect', 'Connect', [
      at('hubs-and-docks', 'Hubs & docks'),
      at('cables', 'Cables'),
      at('webcams', 'Webcams'),
    ]),
  ]),
  at('photo', 'Photo & video', [
    at('cameras', 'Cameras', [at('mirrorless-cameras', 'Mirrorless cameras')]),
    at('lenses', 'Lenses', [at('prime-lenses', 'Prime lenses')]),
    at('drones', 'Drones', [at('camera-drones', 'Camera drones')]),
  ]),
  at('home', 'Smart home', [
    at('network', 'Network', [at('wifi-routers', 'Wi-Fi routers')]),
    at('automation', 'Automation', [at('smart-lighting-and-sensors', 'Lighting & sensors')]),
    at('printing', 'Printing', [at('printers', 'Printers')]),
  ]),
  at('workspace', 'Workspace', [
    at('furniture', 'Furniture', [at('office-chairs', 'Office chairs')]),
    at('desk', 'Desk', [at('desk-lamps', 'Desk lamps'), at('laptop-stands', 'Laptop stands')]),
    at('carry', 'Carry', [at('laptop-bags', 'Laptop bags')]),
  ]),
];
