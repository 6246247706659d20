/**
 * Takes the forms for credentials out of Swagger UI: without trying out they
 * would ask for secrets that nothing uses.
 */
export const readingOnly = {
  wrapComponents: {
    authorizeBtn: () => () => null,
    authorizeOperationBtn: () => () => null,
  },
};
