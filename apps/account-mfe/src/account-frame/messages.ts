/** Words of the navigation that the pages about an account share. */
export const frameMessages = {
  label: 'Your account',
  overview: 'Overview',
  orders: 'Orders',
  profile: 'Profile',
  addresses: 'Addresses',
  security: 'Sign-in and security',
  connections: 'Connected accounts',
  api: 'API clients',
  activity: 'Activity',
  privacy: 'Data and privacy',
} as const;
