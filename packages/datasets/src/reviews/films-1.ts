/** Films, first part: 149 reviews in the form of parse-reviews.ts. */
export const films1: string = `
validation + plain The lead carries every scene with a stillness that made me forget I was watching an actor.
train - plain Two hours of people whispering in dark corridors, and by the end I couldn't have told you a single character's name.
train + plain I walked in tired after a double shift and walked out wide awake and grinning.
train - plain The jokes land with a thud, one after another, until even the people who had paid for good seats stopped pretending.
validation + plain His final monologue is the best three minutes I have seen on a screen this year.
train - plain A muddled thriller that forgets its own clues and then shouts at us for not keeping up.
train + plain The director trusts the silence between father and son, and that silence broke my heart.
validation - plain Every twist is announced ten minutes early by the music, so nothing in the last act has any bite.
train + plain A small, warm comedy about a failing bakery that earns each of its laughs honestly.
test - plain The script reads as if three strangers had written alternate pages and never met to read the rest.
train + plain My daughter sat still for ninety minutes, which has happened exactly once in her life, and now she wants to go again.
train - plain I checked my watch at the half hour, again at the hour, and then gave up and watched the exit sign.
train + plain Beautifully shot, tightly cut, and acted by people who seem to have lived in that kitchen for years.
train - plain Shaky camera, murky colours, mumbled lines: I left with a headache and half the plot.
train + plain The car chase through the fish market is pure joy from the first crate to the last.
validation - plain The romance is dead on arrival, two handsome people reading lines at each other across a table.
test + negation Not a single minute is wasted, and for a film this long that is close to a miracle.
train - negation There is nothing here that the trailer hadn't already shown, and shown better.
train + negation I never once thought about my phone, and I cannot say that of anything else I saw this month.
test - negation No amount of rain and piano can make me care about a man this dull.
train + negation You won't find a false note in the whole cast, down to the boy who sells newspapers.
train - negation I didn't laugh, I didn't cry, and I didn't wait for the credits.
test + negation Nobody told me how funny it would be, and not even the subtitles could spoil that.
train - negation The ending doesn't surprise, doesn't satisfy and doesn't even make sense of the title.
validation + negation It isn't sentimental for a second, which is why it had the whole row in tears.
train - negation Don't believe the posters: there is no tension, no mystery and barely a story.
train + negation Hardly a weak scene anywhere, and the one that drags does so for a good reason.
test - negation I couldn't find one believable conversation in all of its hundred and forty minutes.
train + negation There's no way I will wait another ten years to watch this again; next week, probably.
train - negation Never has so much money been spent on making dragons look bored.
train + contrast The plot is thin as paper, yet the two leads have such spark that I would have watched them fold laundry.
train - contrast Great cast, gorgeous costumes, a composer at the top of his game, and still not one scene that lives.
train + contrast It starts slowly, almost stubbornly so, but the last forty minutes repay every bit of patience.
train - contrast The opening shot is a marvel; everything after it is a long apology.
train + contrast I have no interest in boxing and went only to please my brother, but I came out shaking.
train - contrast She is a wonderful actress and does what she can, but nobody could save dialogue like this.
train + contrast The effects look cheap and the wigs look cheaper, and I loved every ridiculous second.
train - contrast For all its noble intentions about the war, it ends up as a lecture with explosions.
train + contrast Some of the humour has aged, admittedly, though the heart of it is as fresh as the day it came out.
train - contrast Clever premise, I'll give it that, but the execution is so clumsy that the idea dies in its first reel.
train + contrast Critics were unkind to it, and I see why, but this odd little western has stayed with me for weeks.
train - contrast The first film charmed me completely, which makes this lazy follow-up all the harder to forgive.
train + contrast Yes, you can guess the killer; no, it does not matter, because the pleasure lies in watching her work it out.
test - contrast Visually it is stunning, and after twenty minutes of stunning I was begging for a plot.
train + irony Thanks a lot to the film-makers for ruining all other submarine movies for me; none of them will do now.
train - irony Congratulations to the editor, who has managed to make a bank robbery feel like a queue at the bank.
test + irony Be warned: this film has side effects such as calling your mother at midnight and telling her you love her.
test - irony If you have always wanted to watch a woman look out of a window for two hours, your prayers have been answered.
train + irony I was promised a dull documentary about glue and got robbed: I was on the edge of my seat throughout.
train - irony What a treat to hear the theme explained to us for the fifth time by a talking dog.
validation - irony A masterpiece, if the goal was to make me appreciate the silence of the car park afterwards.
train + comparison It does in eighty minutes what most prestige dramas fail to do in three hours.
train - comparison Compared with the book, this is a postcard of a mountain sent by someone who never got off the bus.
train + comparison I have seen every version of this story since I was a boy, and this one beats them all.
test - comparison My nephew's school play had better pacing, a better villain and, frankly, better swords.
train + comparison Warmer than his last film, funnier than the one before, and braver than both.
test - comparison Even the worst of the earlier sequels had more life in it than this.
train + comparison Next to the noisy blockbusters it opened against, this quiet ghost story is a feast.
test - comparison I'd sooner sit through all the adverts again, twice over, than through that dismal middle hour.
train + understatement Let's just say that I have already booked two more tickets.
test - understatement I've had more exciting evenings waiting for the kettle.
train + understatement As ways to spend a wet Sunday go, you could do a good deal worse than this.
train - understatement Subtlety, it is fair to say, was not what anybody on that set was aiming for.
train + understatement Our group of eight rarely agrees on anything, and there was very little to argue about on the walk home.
validation - understatement I suspect the script could have done with another draft, or possibly a first one.
validation + plain A tender portrait of two sisters, full of small truths about how families keep score.
train - plain The villain twirls, sneers and monologues his way through a part with no idea behind it.
train + plain The whole theatre gasped at once when the lights came on in the barn, and then we all applauded.
validation - plain Flat lighting, flat acting and a flat tyre of a finale.
train + plain It made me laugh out loud on a day when I badly needed to.
train - plain The dubbing is awful, with flat, bored voices that trail the lips like a bad long-distance call.
train + plain Superb use of music: the old love song in the prison yard gave me goosebumps.
train - plain They kill off the only interesting character before the title card and leave us with the furniture.
train + plain An honest film about grief that finds room for jokes, good soup and one magnificent goat.
test - plain Lazy, loud and far too long, this is the kind of sequel that kills a series.
validation + plain The child actor is extraordinary, and the scene at the swimming pool deserves every prize going.
test - plain I felt cheated by a final twist that makes nonsense of everything we had been shown.
test + plain Sharp writing, real suspense and an ending that respects the audience.
test - plain The hero spends most of the film unconscious, and I envied him.
train + negation Not since I was a student have I stayed to the last credit just to sit with what I'd seen.
test - negation It's not so bad it's good; it's only bad, and long with it.
train + negation I can't fault the casting, and I can't stop humming the theme.
train - negation Neither frightening nor funny, this horror comedy falls into the gap between the two and stays there.
train + negation The film never talks down to its young audience, and mine didn't want to leave.
train - negation At no point did anyone involved seem to ask why this story needed telling again.
train + negation You don't need to know the first thing about chess to be gripped by it.
train - negation The so-called chemistry between the leads wouldn't light a match.
test + negation I had no complaints, and those who know me will understand how unusual that is.
train - negation It hasn't an original thought in its head, nor the manners to borrow from something good.
train + contrast The title is terrible and the poster is worse, but do not let that keep you from one of the best dramas of the year.
train - contrast There are two very good scenes in this film, and they are both in the trailer.
validation + contrast Although the middle sags, the reunion on the bridge had me sobbing like a fool.
train - contrast I wanted to love it, I really did, but the whole thing has the energy of a tax form.
train + contrast Messy and overlong it may be, yet I would not trade its wild imagination for ten tidier films.
train - contrast The stunts impress on their own; strung together without a reason to care, they soon numb you.
train + contrast He mumbles, she shouts, the sound mix is a disgrace, and still it is the most moving love story I've seen in ages.
validation - contrast It means well, and it is certainly pretty, but a film about hunger should not be this comfortable.
validation + contrast I hated the first ten minutes and adored the other hundred.
train - contrast What begins as a sly satire of office life ends as a very ordinary shoot-out in a car park.
train + irony Terrible film for the skin: I have laugh lines now that no cream will fix.
train - irony The robots gave by far the most human performances, so well done to the robots.
train + irony My husband, who never cries, had something in his eye for the last half hour, poor man, both eyes in fact.
train - irony Nothing says romance like a hundred minutes of product placement for a bank.
train - irony I learned so much, chiefly the number of ceiling tiles in screen four.
train + irony I would complain about the film keeping me up all night, but I rather enjoyed lying there and going over every scene.
train + comparison The remake has half the budget of the original and twice the nerve.
train - comparison Set beside the quiet original, this remake is a brass band falling down the stairs.
train + comparison Better than the award winner everybody was talking about, and a third of the length.
train - comparison The blooper reel at the end is a good deal more entertaining than the picture it was cut from.
train + comparison It has more to say about marriage in one breakfast scene than most directors manage in a career.
train - comparison The television series told this tale with more wit in a single episode.
train + understatement It would be unfair to call the last act anything less than tense; I still can't feel my hands.
train - understatement The accents take you on something of a tour, and not of the country in question.
train + understatement I may have mentioned this film to one or two people, or to everyone I've met since Friday.
test - understatement Let me put it kindly: the popcorn was fresh.
validation + plain The dialogue crackles, and the two old rivals circling each other in the hotel bar are a delight.
train - plain Wooden acting sinks what might have been a decent courtroom story.
train + plain The landscapes are filmed with such love that I wanted to move there by the second scene.
train - plain Nobody in this family behaves like a human being, least of all the grandmother.
test + plain Smart science fiction with a beating heart, and the best use of a toaster in cinema history.
train - plain It drags on and on, padded with flashbacks to things that happened ten minutes earlier.
train + plain I recommend it to anyone who has ever had to clear out a parent's house.
test - plain The cheap shocks come on a timer, and each one is just a cat or a slammed door.
train + plain A triumph for a first-time director, who already knows where to put the camera and when to leave it alone.
test - plain I asked for my money back, for the first time in thirty years of going to the pictures.
train + plain The fight scenes are clear, inventive and funny, with every punch telling us something about the person throwing it.
train - plain An insulting portrait of village life by someone who has plainly never left the motorway.
train + plain We saw it on a whim and talked about it all the way home, all through dinner, and again at breakfast.
train - plain The songs are forgettable and there are nineteen of them.
test + negation Nothing could have prepared me for how gentle and wise this monster movie turned out to be.
validation - negation This isn't the return to form that we were promised; it isn't even a return to competence.
validation + negation Without one raised voice, the film builds to a confrontation that left me breathless.
train - negation I would not wish the second half on anyone, with the possible exception of whoever wrote it.
train + negation It's no masterpiece and never pretends to be, just ninety minutes of very good company.
train - negation By the time something finally happens, there's nobody left in the story worth worrying about.
validation + contrast Low budget, unknown cast, one single location: I expected little and got the thriller of the year.
train - contrast The cinematographer deserves a medal, the rest of them deserve a long holiday from film-making.
train + contrast As history it's hopeless; as an adventure it's the most fun I have had in a cinema since childhood.
train - contrast Funny in places, I admit, yet so cruel to its own characters that the laughter leaves a bad taste.
train + plain Every joke about the office printer hit me personally, and I was crying with laughter by the toner scene.
train - plain The plot depends on everybody being stupid all of the time, the police and the murderer included.
test + plain An elegant, chilling little mystery that plays fair and still fooled me completely.
train - plain The aliens look like wet luggage and the heroes act like it.
validation + contrast You could drive a lorry through the holes in the plot, and I'd happily ride along a second time.
train - contrast Its heart is in the right place, but its brain, ears and sense of rhythm are somewhere else entirely.
train + plain The old man's quiet smile in the last frame says more than a page of speeches, and it finished me off.
train - plain Such a waste of a fine comic actress, who is given one joke and made to tell it for an hour and a half.
train - comparison I got more suspense out of the car park ticket machine on the way home.
train + irony So much for my early night: we were still sitting in the pub at one, arguing happily about who had really been driving.
`;
