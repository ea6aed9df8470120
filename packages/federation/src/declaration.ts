export * from '@plaza/contracts/declaration';
