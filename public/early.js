// Runs before a page has any element: Dogear's own names are taken then, and no element can have them by its id.
