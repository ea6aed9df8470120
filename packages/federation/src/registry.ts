export * from '@plaza/contracts/registry';
