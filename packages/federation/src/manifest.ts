export * from '@plaza/contracts/manifest';
