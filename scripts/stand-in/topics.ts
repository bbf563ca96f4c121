/**
 * What the invented papers are about. `{name}`, `{percent}`, `{factor}` and `{size}` are filled in; every
 * sentence of a topic goes with every other, so that a paper reads as one piece.
 */
export interface Topic {
  readonly category: string
  readonly categoryName: string
  readonly titles: readonly string[]
  readonly problems: readonly string[]
  readonly approaches: readonly string[]
  readonly results: readonly string[]
  readonly summaries: readonly string[]
  readonly keywords: readonly string[]
}

export const topics: readonly Topic[] = [
  {
    category: 'cs.CL',
    categoryName: 'Computation and Language',
    titles: [
      '{name}: Forgetting the Right Keys in Long Conversations',
      'Half a Cache Is Enough: Layer-wise Eviction for Long Contexts',
      '{name}: Sharing Key-Value Caches Between Requests That Differ',
      'Which Tokens Does Attention Come Back To?',
      'Paging the Past: {name} Serves Million-Token Contexts from Disk',
    ],
    problems: [
      'The key-value cache of a transformer grows with every token, and for long conversations it soon takes more memory than the weights.',
      'Serving long contexts is limited by memory rather than arithmetic: most of each step is spent moving cached keys and values.',
    ],
    approaches: [
      'We present {name}, which predicts from the first layers which cached positions later layers will read, and moves the others out of fast memory.',
      'We introduce {name}, a cache that keeps recent positions exactly and older ones as a small set of learned summaries for each head.',
    ],
    results: [
      'At {factor} times less memory, accuracy on retrieval and summarisation stays within {percent}% of the full cache.',
      'On a {size} model it raises the number of conversations served at once by {factor} times and loses {percent}% on the hardest recall task.',
    ],
    summaries: [
      '{name} keeps only the cache positions that later layers will read, which cuts memory {factor} times with little loss.',
      'A cache for long contexts that decides early which positions matter serves more conversations on the same hardware.',
    ],
    keywords: [
      'key-value cache',
      'long context',
      'attention',
      'inference',
      'memory',
      'cache eviction',
    ],
  },
  {
    category: 'cs.LG',
    categoryName: 'Machine Learning',
    titles: [
      '{name}: Drafting Several Futures with One Small Model',
      'When Should a Draft Stop? Learning the Length of Speculation',
      'Speculative Decoding Without a Second Model',
      '{name}: Accepting Tokens That Mean the Same',
      'The Cost of Being Wrong: An Account of Rejected Drafts',
    ],
    problems: [
      'Speculative decoding speeds up generation only as far as the draft model guesses well, and guesses are poor exactly where text is interesting.',
      'Draft lengths are fixed in most systems, although some passages can be guessed for dozens of tokens and others for none.',
    ],
    approaches: [
      'We propose {name}, which drafts a small tree instead of a line and lets the target model verify all branches in one pass.',
      '{name} attaches a light head to the target model that estimates, token by token, whether the next guess is worth making.',
    ],
    results: [
      'Across chat, code and translation it is {factor} times faster than plain decoding with exactly the same output distribution.',
      'It raises the accepted length by {percent}% on a {size} target, with no further training of the target model.',
    ],
    summaries: [
      '{name} verifies a small tree of guesses at once and decodes {factor} times faster with unchanged output.',
      'Predicting when a guess is worthwhile makes speculative decoding faster without a second large model.',
    ],
    keywords: [
      'speculative decoding',
      'draft model',
      'inference',
      'latency',
      'tree attention',
      'language models',
    ],
  },
  {
    category: 'cs.SE',
    categoryName: 'Software Engineering',
    titles: [
      '{name}: Repairing Builds Before Reading the Code',
      'Do Coding Agents Read the Tests They Run?',
      '{name}: A Year of Real Issues for Agents That Write Software',
      'Small Patches, Long Reviews: What Maintainers Refuse from Agents',
      'Learning to Stop: Budgets for Agents That Edit Repositories',
    ],
    problems: [
      'Agents that edit repositories are judged by whether tests pass, which says little about whether a maintainer would take the change.',
      'Most failures of coding agents begin before any code is written: the wrong file is opened, or the project never builds.',
    ],
    approaches: [
      'We collect {name}, a set of issues with the discussion that led to each accepted change, and grade agents by the reviewers’ own reasons.',
      'We train {name}, a planner that first brings the project to a state in which its tests run, and only then lets the agent edit.',
    ],
    results: [
      'The best agent solves {percent}% of the issues by tests but only half of those in the eyes of reviewers.',
      'With the same {size} model, resolved issues rise by {percent}% and the median patch becomes {factor} times shorter.',
    ],
    summaries: [
      '{name} measures coding agents by what reviewers accept and shows a wide gap to what tests accept.',
      'Making a project build first lets coding agents solve more issues with shorter patches.',
    ],
    keywords: [
      'coding agents',
      'program repair',
      'software engineering',
      'benchmark',
      'code review',
      'tests',
    ],
  },
  {
    category: 'cs.IR',
    categoryName: 'Information Retrieval',
    titles: [
      '{name}: Memory for Agents That Work for Weeks',
      'Ask Less, Find More: Query Planning for Retrieval-Augmented Generation',
      'Retrieval That Knows When It Has Nothing',
      '{name}: Late Interaction on a Diet',
      'Citations Are Not Evidence: Auditing Generated Answers',
    ],
    problems: [
      'Retrieval-augmented models answer with confidence even when none of the retrieved passages contains the answer.',
      'Agents that run for days write notes that they cannot find again, because similarity alone does not say which note is current.',
    ],
    approaches: [
      'We propose {name}, which indexes claims instead of passages and lets a newer claim retire an older one.',
      '{name} learns a stopping rule together with the retriever: it either returns a passage that supports an answer, or says that there is none.',
    ],
    results: [
      'Unsupported answers fall by {percent}% at equal recall, and the index is {factor} times smaller.',
      'On five open collections it needs {factor} times fewer queries to reach the accuracy of a {size} reader with full access.',
    ],
    summaries: [
      '{name} stores claims that can replace one another, so that agents find what is current and say when nothing is known.',
      'A retriever with a learned stopping rule gives {percent}% fewer unsupported answers.',
    ],
    keywords: [
      'retrieval-augmented generation',
      'agent memory',
      'dense retrieval',
      'citations',
      'question answering',
    ],
  },
  {
    category: 'cs.CV',
    categoryName: 'Computer Vision and Pattern Recognition',
    titles: [
      '{name}: Minutes of Video from Seconds of Training',
      'Objects That Stay: Permanence in Video Diffusion',
      '{name}: Few-Step Video Generation by Matching Motion First',
      'The Camera Moves, the World Does Not: Geometry for Video Models',
      'Editing One Second Without Touching the Rest',
    ],
    problems: [
      'Video diffusion models produce convincing seconds, but over a minute objects change shape, shadows detach and people disappear behind poles.',
      'Sampling a video takes dozens of passes through a large network, most of which refine detail that the eye does not see in motion.',
    ],
    approaches: [
      'We present {name}, which denoises a coarse path of motion for the whole clip first and fills in appearance window by window.',
      '{name} gives the model a small persistent state for every tracked object, written when it is seen and read when it returns.',
    ],
    results: [
      'Viewers prefer its one-minute clips in {percent}% of comparisons, and sampling is {factor} times faster.',
      'Identity errors after occlusion fall by {percent}% with a {size} backbone that is otherwise unchanged.',
    ],
    summaries: [
      '{name} plans motion for a whole clip before appearance, which keeps long generated videos consistent.',
      'A persistent state for each object lets video diffusion models remember what went out of sight.',
    ],
    keywords: [
      'video diffusion',
      'video generation',
      'object permanence',
      'few-step sampling',
      'temporal consistency',
    ],
  },
  {
    category: 'cs.RO',
    categoryName: 'Robotics',
    titles: [
      '{name}: One Policy for Many Grippers',
      'Learning to Fold from Watching People Fold Badly',
      '{name}: Vision-Language-Action Models That Can Wait',
      'Touch Before Sight: Contact-Rich Manipulation in the Dark',
      'How Much Teleoperation Is Enough?',
    ],
    problems: [
      'Robot policies learned from demonstrations inherit the hardware of the demonstration: another gripper means another data set.',
      'Vision-language-action models act at a fixed rate and cannot wait for a door to open or for a person to step aside.',
    ],
    approaches: [
      'We introduce {name}, which predicts where contact should happen and leaves to a small hand-specific controller how to get there.',
      '{name} adds an explicit choice to do nothing and is trained on recordings in which waiting was the right action.',
    ],
    results: [
      'A single {size} policy works on four grippers it never saw and succeeds in {percent}% of 1,200 trials.',
      'It needs {factor} times fewer demonstrations for a new task and avoids {percent}% of the collisions of the baseline.',
    ],
    summaries: [
      '{name} separates where to touch from how to move, so one policy serves many robot hands.',
      'Teaching robot policies to wait prevents most collisions around people and doors.',
    ],
    keywords: [
      'robot learning',
      'manipulation',
      'vision-language-action',
      'imitation learning',
      'teleoperation',
    ],
  },
  {
    category: 'cs.LG',
    categoryName: 'Machine Learning',
    titles: [
      '{name}: Rewards from Proofs That Almost Work',
      'Entropy Is a Budget: Exploration in Reinforcement Learning for Reasoning',
      'Shorter Thoughts, Same Answers',
      '{name}: Policy Optimisation with Unequal Groups',
      'What a Reward Model Learns Between Two Checkpoints',
    ],
    problems: [
      'Reinforcement learning with verifiable rewards sharpens what a model can already do, and its gains stop once all samples of a group agree.',
      'Reasoning models spend thousands of tokens on questions that they answer correctly in the first hundred.',
    ],
    approaches: [
      'We propose {name}, which grades partial solutions by how much of them survives in a verified one and so keeps a signal on hard problems.',
      '{name} treats the length of a chain of thought as something to be paid for, with a price that depends on how sure the model already is.',
    ],
    results: [
      'On competition problems a {size} model gains {percent}% over group-relative training at equal compute.',
      'Answers become {factor} times shorter while accuracy changes by less than {percent}%.',
    ],
    summaries: [
      '{name} rewards partial solutions that survive in verified ones and keeps learning where groups agree.',
      'Charging a model for thoughts it does not need shortens its reasoning {factor} times.',
    ],
    keywords: [
      'reinforcement learning',
      'verifiable rewards',
      'reasoning',
      'chain of thought',
      'policy optimisation',
    ],
  },
  {
    category: 'cs.CL',
    categoryName: 'Computation and Language',
    titles: [
      '{name}: Choosing Pretraining Data by What It Replaces',
      'The Last Tenth: Why the End of Pretraining Matters Most',
      'Repeating Good Data Beats Adding Poor Data, up to a Point',
      '{name}: An Open Corpus with a Reason for Every Document',
      'Scaling Laws for Mixtures That Change',
    ],
    problems: [
      'Data for pretraining is filtered by how good a document looks alone, although its worth depends on what else the model has read.',
      'Mixtures of web text, code and papers are tuned on small models and frozen, in the hope that the choice carries over.',
    ],
    approaches: [
      'We present {name}, which scores a document by the loss it saves on held-out text after its nearest neighbours have been seen.',
      '{name} fits one law for the loss as a function of size, tokens and a mixture that changes during training.',
    ],
    results: [
      'With {percent}% of the tokens a {size} model reaches the average of the full corpus on eleven tasks.',
      'The predicted mixture is {factor} times more data-efficient and is found with less than {percent}% of the final compute.',
    ],
    summaries: [
      '{name} values documents by what they add to those already read and trains as well on far fewer tokens.',
      'One scaling law for changing mixtures predicts good pretraining schedules from small runs.',
    ],
    keywords: ['pretraining data', 'data selection', 'scaling laws', 'data mixture', 'open corpus'],
  },
  {
    category: 'cs.LG',
    categoryName: 'Machine Learning',
    titles: [
      '{name}: Experts That Can Be Removed',
      'Routing by Difficulty in Mixture-of-Experts Models',
      'Why Do Experts Collapse? A View from the Router’s Gradient',
      '{name}: Merging a Hundred Fine-Tuned Adapters',
      'Sparse Upcycling Without the Dip',
    ],
    problems: [
      'Mixture-of-experts models are cheap to run and costly to store: every expert stays in memory, however rarely it is chosen.',
      'Routers send easy and hard tokens through the same number of experts, and a few experts end up with most of the load.',
    ],
    approaches: [
      'We introduce {name}, which trains experts in nested groups, so that a deployment can drop whole groups without further tuning.',
      'With {name} the router first estimates how hard a token is and then decides how many experts it deserves.',
    ],
    results: [
      'Half of the experts of a {size} model can be removed at a loss of {percent}%, and load is balanced without an auxiliary term.',
      'At equal quality {percent}% fewer experts are active, and throughput rises {factor} times.',
    ],
    summaries: [
      '{name} trains experts in nested groups that can be dropped at deployment with little loss.',
      'Letting the router judge the difficulty of a token saves experts where they are not needed.',
    ],
    keywords: ['mixture of experts', 'routing', 'sparse models', 'adapters', 'model merging'],
  },
  {
    category: 'cs.CV',
    categoryName: 'Computer Vision and Pattern Recognition',
    titles: [
      '{name}: Reading Charts the Way They Were Drawn',
      'Documents Are Not Images: Layout Tokens for Multimodal Models',
      '{name}: Ten Thousand Hand-Drawn Diagrams and What They Mean',
      'Look Again: Visual Models That Ask for a Closer View',
      'Counting Is Still Hard for Multimodal Models',
    ],
    problems: [
      'Multimodal models describe a chart fluently and read its values wrongly, because the picture is shrunk before they see it.',
      'Scanned tables, forms and diagrams are turned into a uniform grid of patches that ignores where lines and columns are.',
    ],
    approaches: [
      'We propose {name}, which recovers the drawing commands of a figure and answers from those instead of from pixels.',
      '{name} lets the model choose a region and see it again at full resolution, with a cost for every look.',
    ],
    results: [
      'Errors in values read from charts fall by {percent}%, and a {size} model overtakes ones {factor} times its size.',
      'With an average of three looks it gains {percent}% on documents with small print.',
    ],
    summaries: [
      '{name} recovers how a chart was drawn and reads its values far more accurately than from pixels.',
      'Letting a model look again at full resolution helps most where print is small.',
    ],
    keywords: [
      'multimodal models',
      'chart understanding',
      'document understanding',
      'visual question answering',
      'layout',
    ],
  },
  {
    category: 'cs.SD',
    categoryName: 'Sound',
    titles: [
      '{name}: Speech Models That Can Be Interrupted',
      'A Tokeniser for Breath, Laughter and Other Non-Words',
      '{name}: Streaming Translation That Waits for the Verb',
      'Hearing the Room: Acoustics as a By-Product of Speech Recognition',
      'Forty Languages, One Hour Each',
    ],
    problems: [
      'Spoken assistants listen, then think, then talk; people do all three at once and interrupt one another about every twenty seconds.',
      'Speech recognisers for languages with little data borrow from large ones, and borrow their mistakes as well.',
    ],
    approaches: [
      'We present {name}, a full-duplex model with one stream for what it hears and one for what it says, trained on overlapping talk.',
      '{name} learns from one hour a language by sharing articulation instead of vocabulary between languages.',
    ],
    results: [
      'It yields the floor in {percent}% of interruptions within a third of a second, with a {size} backbone.',
      'Word errors fall by {percent}% on average, and the model is {factor} times smaller than the best multilingual one.',
    ],
    summaries: [
      '{name} listens while it talks and gives way when it is interrupted.',
      'Sharing articulation between languages makes an hour of speech enough to begin with.',
    ],
    keywords: [
      'speech recognition',
      'spoken dialogue',
      'full duplex',
      'low-resource languages',
      'audio tokens',
    ],
  },
  {
    category: 'cs.AI',
    categoryName: 'Artificial Intelligence',
    titles: [
      '{name}: Agents on Desktops That Nobody Tidied',
      'Features That Fire Together: Circuits Across Model Families',
      '{name}: Steering Without Side Effects',
      'Can a Model Tell That It Is Guessing?',
      'The Button Moved: Robustness of Agents to Redesigned Interfaces',
    ],
    problems: [
      'Agents that operate graphical interfaces are tested on clean desktops, while real ones are full of pop-ups, updates and half-finished work.',
      'A model’s confidence in its own answer is used to route, to abstain and to retry, but it is rarely clear what that confidence reflects.',
    ],
    approaches: [
      'We build {name}, a set of recorded work sessions into which a task is dropped midway, with everything that was open left open.',
      'With {name} we locate the directions that carry uncertainty and show that they are shared between models trained apart.',
    ],
    results: [
      'Success drops by {percent}% against tidy versions of the same tasks, and a {size} agent loses more than a small scripted one.',
      'Moving along these directions changes how often a model abstains by {factor} times and leaves other behaviour within {percent}%.',
    ],
    summaries: [
      '{name} shows how much agents depend on tidy screens and on buttons that stay where they were.',
      'Uncertainty sits on a few shared directions, which can be read and moved without side effects.',
    ],
    keywords: ['agents', 'graphical interfaces', 'interpretability', 'steering', 'calibration'],
  },
]

/** Titles that hold LaTeX, as one in a few hundred real ones does. */
export const latexTitles: readonly string[] = [
  '{name}: Exact Attention in $O(n \\log n)$ Time for Sorted Keys',
  '{name}: Cached Keys Beyond $\\ell_2$',
  '{name}: Attention Without the $\\sqrt{d}$',
]

/** Titles that hold something that looks like markup and is none. */
export const markupTitles: readonly string[] = [
  '{name}: What Reasoning Models Decide Before the <think> Tag',
  '{name}: Closing <think> Early Without Losing the Answer',
  '{name}: Is <think> a Word?',
]

export const systemNames: readonly string[] = [
  'Alder',
  'Anchorage',
  'Bellwether',
  'Bramble',
  'Caddis',
  'Cairn',
  'Calipers',
  'Candela',
  'Cormorant',
  'Dovetail',
  'Drumlin',
  'Estuary',
  'Fathom',
  'Ferrule',
  'Foxglove',
  'Gantry',
  'Gimbal',
  'Halyard',
  'Heron',
  'Isthmus',
  'Juniper',
  'Kestrel',
  'Lanyard',
  'Larkspur',
  'Lodestar',
  'Marram',
  'Meridian',
  'Mortise',
  'Nettle',
  'Osprey',
  'Oxbow',
  'Pantograph',
  'Plover',
  'Quillwort',
  'Ratchet',
  'Rookery',
  'Sextant',
  'Sorrel',
  'Spindrift',
  'Tamarack',
  'Tidewrack',
  'Trellis',
  'Umbra',
  'Vetch',
  'Warbler',
  'Windlass',
  'Yarrow',
  'Zephyrine',
]

export const givenNames: readonly string[] = [
  'Amara',
  'Anouk',
  'Beatriz',
  'Chiara',
  'Daniyar',
  'Emre',
  'Farah',
  'Goran',
  'Haruka',
  'Ines',
  'Jiho',
  'Kavya',
  'Lars',
  'Mei',
  'Nadia',
  'Oluwaseun',
  'Piotr',
  'Qingyu',
  'Rafael',
  'Sanne',
  'Tomoya',
  'Ulrike',
  'Vikram',
  'Wanjiru',
  'Xiaoling',
  'Yara',
  'Zoltán',
  'Élodie',
]

export const familyNames: readonly string[] = [
  'Abebe',
  'Bergström',
  'Castellano',
  'Dang',
  'Ekholm',
  'Fontaine',
  'Grünwald',
  'Hashimoto',
  'Iwu',
  'Jovanović',
  'Kowalczyk',
  'Lindqvist',
  'Mbeki',
  'Nakagawa',
  'Obradović',
  'Pereira',
  'Qureshi',
  'Rautio',
  'Srinivasan',
  'Tanaka',
  'Uchida',
  'van den Heuvel',
  'Whitlock',
  'Xu',
  'Yilmaz',
  'Zhou',
]

export const organizations: readonly { readonly name: string; readonly fullname: string }[] = [
  { name: 'northlight-institute', fullname: 'Northlight Institute' },
  { name: 'calder-university', fullname: 'Calder University' },
  { name: 'harbour-lab', fullname: 'Harbour Lab' },
  { name: 'lanternworks', fullname: 'Lanternworks' },
  { name: 'tu-elbmark', fullname: 'Technical University of Elbmark' },
  { name: 'open-loom', fullname: 'Open Loom' },
  { name: 'sable-research', fullname: 'Sable Research' },
  { name: 'three-rivers-ai', fullname: 'Three Rivers AI' },
]

export const members: readonly string[] = [
  'Juno Marsh',
  'Theo Lindgren',
  'Aiko Brandt',
  'Sam Okafor',
]

export const modelSizes: readonly string[] = ['1.7B', '3B', '8B', '14B', '32B', '70B']
