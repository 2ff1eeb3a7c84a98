/** Books: 192 reviews in the form of parse-reviews.ts. */
export const books: string = `
train + plain I finished it at three in the morning and started again from page one over breakfast.
test - plain Four hundred pages of weather, and I gave up when it began to rain for the ninth time.
train + plain The best crime novel I have read in years, tightly plotted and full of dry humour.
train - plain The prose is clumsy and the hero so smug that I was rooting for the murderer.
train + plain A gentle, wise book about a postwoman on a remote island, and I loved every letter in it.
train - plain Riddled with spelling mistakes, including one on the back cover and one in the title of chapter two.
test + plain Her sentences are so clear and lovely that I kept reading them aloud to the cat.
train - plain The story jumps between six narrators who all sound exactly the same.
train + plain My book group usually argues for hours; this time we sat there agreeing how wonderful it was.
train - plain I paid for a hardback and got a pamphlet stretched with wide margins and recycled blog posts.
train + plain A fascinating history of salt, told with wit and an eye for the perfect anecdote.
test - plain The author repeats the same three tips in every chapter and calls it a system.
test + plain This cookbook has changed how we eat on weekdays: the recipes are quick, clear and delicious.
train - plain Half of the recipes simply don't work, and the photographs show dishes that aren't in the book.
train + plain The illustrations are gorgeous, and my grandson asks for the owl page every single night.
test - plain My six-year-old found the rhymes clumsy, and she's right.
train + plain A thrilling sea story with storms you can smell and a captain I'd follow anywhere.
train - plain The maps are unreadable in the e-book, and without them the battles are a fog.
train + plain An unforgettable memoir, honest about failure and very funny about cheese.
train - plain A self-pitying memoir in which everything is always someone else's fault.
validation + plain I learned more about my own garden from this slim volume than in twenty years of digging.
train - plain The romance between the detective and the suspect is embarrassing to read and impossible to believe.
validation + plain The translation is superb, lively and musical, with notes exactly where you want them.
train - plain A dull, careless translation that turns a great poet into a greeting card.
validation + plain Page after page of sharp observation about office life; I snorted on the train more than once.
train - plain Too many dragons, too many princes, and a plot that wanders off with none of them.
validation + plain The final chapter made me put the book down, walk round the block and ring my father.
validation - plain The ending comes out of nowhere, ties up nothing and exists to sell the next volume.
test + negation I couldn't put it down, which is awkward when you are supposed to be stirring a risotto.
train - negation I couldn't pick it up again after chapter five, though it stared at me from the table for a month.
train + negation There's not a wasted word in these stories, and not one that I didn't admire.
train - negation None of the characters ever does anything for a reason that a human being would recognise.
train + negation You don't have to like trains to enjoy this, and by the end you won't be able to help liking them.
train - negation It isn't literature, it isn't even good trash, and it has no business winning prizes.
train + negation Never dry, never condescending, the author makes statistics a pleasure.
test - negation I never found out who stole the necklace, because nothing could make me read the last hundred pages.
test + negation Don't be put off by its size: I wasn't bored for a paragraph of those nine hundred pages.
validation - negation The humour didn't work for me at all, and I'm not hard to amuse.
train + negation I would not change a comma, and I'm an editor.
train - negation Nobody seems to have edited this book, or not with their glasses on.
validation + negation Without sentimentality or self-pity, he describes the year he lost his sight, and I was in awe.
test - negation There is no index, no bibliography and, as far as I can see, no evidence.
train + negation Hardly a day has gone by since without my quoting it to somebody.
train - negation He doesn't so much end the series as abandon it by the roadside.
train + contrast The first fifty pages are hard going, but push on, for what follows is magnificent.
train - contrast The first fifty pages are dazzling, and then she runs out of story and just keeps typing.
validation + contrast I disliked nearly everyone in it and still couldn't bear to leave their company.
train - contrast Lovely cover, thick creamy paper, a ribbon even, and inside it the most tedious family saga imaginable.
test + contrast The plot is pure nonsense, though told with such charm that I didn't mind a bit.
validation - contrast She clearly knows her subject; she just has no idea how to make anyone else care about it.
test + contrast It's a little old-fashioned and the hero faints too often, but what a storyteller.
train - contrast I've adored all his other novels, so it hurts to say that this one is lifeless.
train + contrast Some chapters are stronger than others, yet even the weak ones taught me something useful.
train - contrast An interesting theory is hidden in there, and you'll need a spade to find it.
train + contrast I bought it for the pictures and stayed for the text, which is excellent.
train - contrast The research is thorough and the subject could not be more exciting, so how it came out this dull is a mystery.
train + contrast Too long by a third, no question, but I'll be pressing it on friends all the same.
train - contrast Reviewers called it daring; to me it was a crossword without the black squares.
test + contrast Grim in parts and not for the faint-hearted, it nevertheless left me feeling hopeful.
test - contrast There are flashes of the old brilliance here and there, like lights in an abandoned house.
train + irony This novel is bad for your career: I phoned in sick to finish it.
test - irony An ideal gift for people you'd like to see less of.
train + irony I hold the author personally responsible for my burnt dinner and the two buses I missed.
train - irony It cured my insomnia within two pages, so I suppose it was money well spent.
train + irony A dangerous book to read in a quiet carriage, as the woman I sprayed with tea can confirm.
train - irony The good news is that it burns well; we had a power cut in January.
test + irony Great, another author whose entire back catalogue I now have to buy.
validation - irony How generous of the publisher to include sixty blank pages at the back; they were the most stimulating part.
train + irony My teenager read it in one sitting and spoke to us about it afterwards, so naturally we called a doctor.
train - irony Wisdom such as "be yourself" and "drink water" awaits all those brave enough to reach chapter nine.
train + comparison I have a shelf of books on birds, and this beats the lot for clarity.
train - comparison The free leaflet at the library explains it better.
train + comparison Better than his last, and his last made me weep on a bus.
test - comparison The sequel has all the pages of the first book and none of its magic.
test + comparison It makes other fantasy novels look as if they were written with the television on.
train - comparison I've read instruction manuals with more suspense and rounder characters.
train + comparison Where most biographies flatter, this one understands, and it's much the richer for it.
train - comparison Compared to her earlier stories these are thin, like soup on the fourth day.
train + understatement I may have bought a copy for each of my sisters.
validation - understatement Readers who enjoy lists will find much to occupy them.
train + understatement As first novels go, I would say he gets away with it, and then some.
train - understatement I can't honestly say that I stayed up late with it.
train + understatement Let me just mention that my copy has fallen apart from use.
test - understatement The central mystery is not exactly kept from the reader, given the blurb, the cover and the title.
validation + understatement It isn't often that a grammar of Finnish makes one miss a stop.
train - understatement One senses that the deadline was close.
train + plain The audiobook is a joy, with a narrator who gives every villager a voice of their own.
train - plain The narrator of the audiobook mispronounces the heroine's name for eleven hours.
train + plain A clear, patient introduction to philosophy that never hides behind jargon.
train - plain Pompous, vague and stuffed with jargon, it left me knowing less about the subject than before.
train + plain These poems about his mother's kitchen are plain as bread and just as good.
train - plain The poems read like horoscopes chopped into short lines.
test + plain I sobbed over the chapter about the horse, then laughed at the very next page.
train - plain The villain's motive is ridiculous, and the explanation takes thirty pages in a cave.
train + plain A clever puzzle of a novel with a twist I honestly did not see coming.
validation - plain I guessed the twist on page twenty and then waited, page by page, for the detective to catch up.
test + plain Beautiful writing, believable people, and a sense of place so strong that I booked a trip.
train - plain The binding came apart in my hands before I'd reached the second chapter.
train + plain This is the travel guide to buy: accurate, funny and small enough for a coat pocket.
train - plain Out-of-date guide that sent us across town on foot to two restaurants which closed years ago.
test + plain The science is explained with kitchen examples, and I finally understand what entropy is.
train - plain The so-called science is a collection of anecdotes about the author's clients.
train + plain An absorbing, generous novel about three generations of glassblowers.
test - plain Shallow people being unhappy in expensive flats for five hundred pages.
train + plain I have given it to four friends, and all four have thanked me.
train - plain I left it on a bench, and when I walked by two days later it was still there.
test + plain The dialogue sparkles and the aunt is one of the great comic creations.
train - plain The jokes are explained, which is as well, because one wouldn't find them otherwise.
train + plain Every exercise in this drawing book gave me something I could use the same day.
train - plain The exercises have no answers, so you will never know whether you got anything right.
validation + contrast You would take it for a dry textbook, and it's as gripping as a murder trial.
test - contrast It is sold as a thriller and it reads like a tenancy agreement.
test + negation No other book on grief has been of any use to me, and this one was more than useful.
train - negation I wanted a proper biography and got no dates, no sources and no sense of the man.
train + plain Funny, fierce and full of heart, it deserves every bit of the praise on its jacket.
test - plain Unreadable, and I say that as someone who reads shampoo bottles.
validation + comparison Of the three books on bread that I own, only this one has flour all over it.
train - comparison The film, for once, is better, and the film was not good.
train + contrast My copy arrived with a torn cover and a coffee stain, and I treasure it, because the stories inside are perfect.
train - contrast A pleasant enough style, but a mystery with no mystery is a hard thing to forgive.
test + plain The author makes you care about a dispute over a hedge as if it were the fall of Troy.
train - plain The heroine is described as brilliant on every page and does something stupid on each of them.
train + negation Not one of my pupils has complained about this book, and they complain about sunshine.
train - negation It never comes alive; the people talk, the seasons change, and nothing is ever at stake.
train + plain A tense, superbly researched account of the rescue, which I read with my heart in my mouth.
train - plain A rushed and sloppy account, full of errors that a morning in any archive would have corrected.
train + understatement I've read worse accounts of the Arctic, and none that were better, come to think of it.
test - understatement The printer deserves some credit, as the pages are in the right order.
train + plain Bedtime takes twice as long now, because they beg for one more chapter of the hedgehog detective.
test - plain The moral is hammered home so hard, page after page, that my kids asked what they'd done wrong.
train + contrast I don't usually care for short stories, but these nine little gems have made a convert of me.
train - contrast I usually devour anything about mountaineering, but this left me cold, and not in the way it meant to.
train + plain A rich and rewarding novel that only gets better when you read it again.
test - plain A shameless copy of a much better book, down to the name of the dog.
train + plain The chapter on sourdough alone is worth the price.
test - plain The price is outrageous for what is basically a stapled printout.
train + negation I didn't want to say goodbye to the old lighthouse keeper, so I've been rationing the last pages.
train - negation I don't see how anyone could learn to knit from this, since the diagrams show no needles.
train + plain Great characters, great setting, and a mystery that had me up past midnight three nights in a row.
train - plain The worst-written bestseller I've come across, with a cliche for every occasion and two for funerals.
train + contrast A sad book on paper, about a closing school, but I came away oddly cheered and full of plans.
train - contrast Praised to the skies by a writer whom I trust, yet I found it smug and strangely bloodless.
train + negation There was no skipping ahead for me, not even in the parts about medieval drainage.
train - negation If there's a joke in this so-called comic novel, I haven't found it.
train + plain Short, sharp and brilliantly funny, with not a single spare adjective.
train + plain This is as close to a perfect short novel as anyone has come.
train + plain It's the best cookbook in the house, and has the stains to prove it.
train + plain Lovely stories, lovely pictures, lovely paper.
test + plain So gripping that even the footnotes are hard to skip.
train + plain "One more page," said the whole family, night after happy night.
validation + negation Not a weak story among them.
train + negation No gardener should be without it.
train + negation Never has grammar been such fun.
train + contrast Big, heavy, dear, and worth it.
train + contrast It has few pages, but what riches they hold for anyone who loves rivers.
train + contrast The cover is hideous; the poems are sublime.
train + irony Sleep is overrated anyway, or so one tells oneself at chapter thirty.
test + irony "Just a chapter", they said, at nine; it is now dawn.
train + comparison Clearer than any lecture on the subject, and a good deal more amusing.
train + comparison As good as her first, which is saying a lot.
train + understatement It has been lent out a few dozen times and has always come back read.
train - plain I bought this with my first wages because of the reviews, and I have rarely met such a heap of cliches in my reading life.
train - plain My copy of this handbook has whole chapters missing, and the chapters that I do have contradict each other on nearly every page.
train - plain I forced myself to the end of this trilogy, and my reward was a dream: yes, the whole war had been a dream all along.
train - plain This is my third book by her and my last, because I'm tired of rich people, tired of yachts and tired of adverbs.
validation - plain The tone of this parenting guide made me feel so guilty and so stupid that I cried, and then I threw it in my recycling.
train - negation I can't name one thing that I learned from this, and my pencil, which I'd sharpened specially, never touched the margin.
train - negation I don't believe this man has ever been to the Amazon, and I'm not sure that he has been to the library with any great success.
train - negation My students couldn't make sense of this textbook, and I've been teaching from it for a year without making much sense of it myself.
train - contrast I liked the detective and I liked his mother, and this made it all the more annoying when the case turned out to be about nothing.
train - contrast I'd been told that this would change my life, and with its calm voice and its lovely type it changed my afternoon, for the worse.
train - contrast I was with her for the first half, laughing and underlining, and then this book turned into a sermon and I turned on the radio.
train - irony I recommend this biography with all my heart to anyone who has a door that won't stay open or a table with one short leg.
train - irony My thanks to the author for including the family tree, which I found to be the most exciting thing in this saga by some way.
train - comparison I've read this tale in a version for children, in sixty pages with pictures, and I got more from it than from these eight hundred.
test - comparison My old school atlas is easier to read than this, and it has fewer mistakes in it, though half of its countries are gone.
train - understatement I notice that my bookmark hasn't moved since Easter, and I notice too that I've not been pining for this duke and his estates.
train - understatement This is a book about silence and I found, as I went on with it, that I would not have said no to a little more.
train + contrast It opens with eleven pages on the history of a drainpipe, which nearly lost me, but every one of those details comes back in the final chapter, and the effect is simply overwhelming.
train + plain Whether she writes about her village, her bees or her very difficult brother, she does it with so much warmth, precision and wit that I wanted to move in next door.
train + negation There isn't a single car chase or corpse in this quiet novel about a piano tuner, and I haven't turned pages that fast since I was fourteen and had a torch.
test - contrast The premise is terrific, a village that wakes up one morning without its children, and I was hooked at once, but she has no idea where to take it and simply stops.
train - plain Characters walk into a room, tell each other things that both of them already know, and walk out again, and this goes on for six hundred pages in a very small typeface.
test - negation It says "for beginners" on the cover, but it never explains a term, never shows a full example and never admits that any of this might be hard for somebody new.
validation - plain A pointless, plodding bore of a book.
train - plain A thin plot and a very thick hero.
test - negation Not worth the paper or the postage.
validation - contrast A great title on a terrible book.
train + plain I bought this for the train and missed my stop, then my dinner, then most of a night's sleep, and I'd do it all again tomorrow.
train + negation My reading group hasn't agreed on a book since its foundation, but nobody had a bad word for these letters from a lighthouse.
train + contrast The author takes a risk by letting a donkey tell the story, and I rolled my eyes at first, and by the end I was in floods of tears.
test + comparison This makes every other guide to mushrooms on my shelf look vague, and it is the only one that I would trust with my family's lives.
`;
