/** How many papers one message may ask about; a page with more mentions asks again. */
export const lookUpLimit = 2_000
