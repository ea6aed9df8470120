/** Every text of this page. */
export const exampleMessages = {
  title: 'Example frontend · Plaza',
  heading: 'Example frontend',
  intro: 'This page was made by npm run new, and is yours to change.',
  departments: 'Departments',
  departmentsEmpty: 'There are no departments yet',
  newest: 'New in the market',
  newestLoading: 'What is new is being fetched',
  newestEmpty: 'Nothing is new yet',
  newestFailed: 'What is new could not be fetched',
};
