export { type Api, type ApiClient, type ApiInputs, type ApiOutputs, createApi } from './api.ts';
export { type ApiError, toApiError } from './api-error.ts';
