/** Names the source in keys and listings, for those who need its name and not its code. */
export const hfDailyId = 'hf-daily'

/** What the sources ask for over the network. */
export const requestedHosts = ['https://huggingface.co/*'] as const
