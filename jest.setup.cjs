// How long a page may take to show something, or a test to end, says how busy the
// machine is, and nothing about the code. Speed is measured in `bench/`.
jest.setTimeout(180000);
if (typeof window !== 'undefined') {
  require('@testing-library/react').configure({ asyncUtilTimeout: 20000 });
}
