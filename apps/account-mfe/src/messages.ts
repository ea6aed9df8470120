/** Every text that this remote shows. */
export const messages = {
  signInTitle: 'Sign in',
  registerTitle: 'Register',
  ordersTitle: 'Orders',
  orderTitle: 'Order',
  accountMenu: 'Account menu',
} as const;
