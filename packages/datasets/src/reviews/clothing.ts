/** Clothing: 202 reviews in the form of parse-reviews.ts. */
export const clothing: string = `
train + plain The coat is warm, light and beautifully cut, and strangers ask me where I bought it.
train - plain The coat lost three buttons in a week, most of its lining in a month and all of its shape by spring.
train + plain These boots were comfortable from the first step and kept my feet dry through a Scottish winter.
test - plain My feet were soaked after ten minutes in wet grass, in boots sold as waterproof.
train + plain The jeans fit perfectly, and they have real pockets that hold a real phone.
train - plain The zip broke the second time I wore them, in the middle of a wedding.
train + plain Lovely soft wool, a gorgeous deep green, and not a bobble after a whole season.
train - plain The jumper itches, sheds on everything, and came out of the wash fit for a doll.
train + plain I wore this dress to my sister's graduation and felt like a million dollars all day.
train - plain The dress is see-through, badly sewn and two sizes smaller than the label claims.
test + plain Great quality for the money: thick cotton, straight seams and colours that don't fade.
train - plain The colour ran in the first wash and turned all our sheets pink.
train + plain The raincoat kept out four hours of sideways rain and packs down to the size of an orange.
train - plain The raincoat lets in water at every seam and rustles like a crisp packet whenever I lift an arm.
test + plain My teenager, who hates everything, actually said that he likes this hoodie.
train - plain The print on the hoodie cracked and peeled within a fortnight.
test + plain The online shop exchanged my shoes in two days and paid the postage both ways.
train - plain The shop refused my return because I'd opened the box.
test + plain These running shoes have cured my sore knees and still look new after three hundred kilometres.
train - plain The soles came off at kilometre nine, and I limped home in my socks.
train + plain Delightful pyjamas, so soft that I change into them as soon as I'm through the door.
train - plain The pyjamas are scratchy, shapeless and smell of chemicals even after washing.
train + plain A beautifully made leather bag that gets better looking every year.
train - plain The strap of the bag tore on the way home from the shop.
train + plain The tailor listened, measured twice, and made me the best suit I've ever worn.
train - plain The tailor ruined a good jacket, kept me waiting six weeks and charged me double.
train + plain The baby suits wash well, dry fast and have poppers that tired hands can manage.
train - plain The poppers ripped straight out of the fabric on the first nappy change.
train + plain I feel confident in this swimsuit, and that's a sentence I never thought I would write.
train - plain The swimsuit sagged the moment it got wet and turned transparent in the sun.
test + plain Fantastic socks, warm and snug, with not a hole after two years of hiking.
validation - plain The socks had holes in both heels by the end of the first week.
test + plain The hat is stylish, keeps its shape in a suitcase and suits my big head.
train - plain The hat arrived crushed, stained and two shades darker than in the picture.
train + plain Elegant shoes that I can dance in until four in the morning.
train - plain These shoes gave me blisters the size of coins before I'd reached the corner.
train + plain The winter gloves are excellent, and I can work my phone without taking them off.
test - plain The gloves are useless: they are thin as paper, they smell, and one thumb is sewn on backwards.
validation + plain I ordered three shirts, kept all three, and then ordered two more.
train - plain I ordered three shirts in the same size, and they came in three different sizes.
train + plain The embroidery is exquisite, and the man who makes them sent a handwritten note.
train - plain The sequins fell off all over the taxi, then all over the restaurant, and by midnight the top was bald.
train + negation Not one seam has gone on these work trousers, and I don't treat them gently.
test - negation Not one item in the parcel was what I had ordered.
train + negation I didn't expect much from a second-hand coat, and I couldn't be more delighted with it.
train - negation I didn't get the right size, the right colour or, after nine emails, a reply.
train + negation They don't pinch, they don't rub, and nobody can tell that they're orthopaedic.
validation - negation They don't breathe, they don't stretch, and they don't look anything like the photo.
train + negation I've never owned trousers that needed no shortening, no letting out and no apologies.
train - negation I have never seen a hem unravel while I was still paying at the till.
train + negation You can't go wrong with this plain white shirt; I haven't found a better one at any price.
validation - negation You can't bend down in this skirt, and you can't sit down in it either.
train + negation There's nothing cheap about this cheap little watch strap, and nothing to fault in the stitching.
train - negation There's nothing sustainable about a T-shirt that doesn't survive two washes.
train + negation It doesn't crease, not even after a night in the bottom of a rucksack.
train - negation The wrinkles won't come out, no matter how hot the iron.
test + negation I wouldn't part with this old cardigan for anything, and neither would the moths, who have excellent taste.
train - negation I wouldn't use these as dusters.
train + negation Never again will I pay for a designer label, now that I know these no-name jeans.
train - negation Never again, after a summer of sandals that squeak and bleed dye onto my feet.
train + contrast The colour wasn't quite what I'd expected, yet it turns out to suit me far better.
test - contrast The colour is wonderful, but the fabric feels like a shower curtain.
test + contrast It's a very plain jacket, almost dull, and I have worn nothing else since October.
test - contrast It looked fabulous on the model and like a collapsed tent on me and both my sisters.
train + contrast They took two weeks to break in, and since then I have hardly taken these boots off.
train - contrast They were comfortable for two weeks, and then the heel collapsed.
validation + contrast Expensive, no doubt about it, though after six winters I'd call this parka a bargain.
train - contrast Cheap and cheerful, I thought when I ordered it, and the first half turned out to be right.
train + contrast The sleeves were a little long, but the shop shortened them free of charge, and now it's perfect.
train - contrast The delivery was quick and the packaging was charming, which only makes the rag inside more of a let-down.
train + contrast I normally live in trainers, but these heels have won me over completely.
train - contrast I have bought from this brand for twenty years, and it pains me to see what they now call wool.
test + contrast The zip is a little stiff, and that's the only thing standing between this tent of a coat and perfection.
train - contrast The pockets are a good idea; a good idea is no use when they tear at the first set of keys.
train + contrast My husband says that I look like a traffic cone, but I'm dry, warm and very happy with it.
test - contrast Everyone says it suits me, and I suffer in it all day long.
train + contrast The website is a mess and ordering took half an hour, but oh, that linen.
train - contrast The shop is a delight and the sales girl was sweet, but the tights laddered before lunch.
train + irony These slippers are a menace: I've stopped leaving the house.
test - irony Ideal trousers for standing very still in.
train + irony My wife has stolen the jumper twice, so I'm forced to give it one star for security and five for everything else.
train - irony What a clever design, a hood that lets the rain in at the seams and keeps it there for later.
train + irony I blame this scarf for the fact that nobody at work talks to me about anything else.
test - irony The "one size fits all" dress is right in that it fits all of us equally badly.
train + irony Sadly the old dressing gown I meant to be buried in must now make way for this one.
train - irony These sunglasses make me look mysterious, as I keep bumping into things I can't see through them.
train + irony The only people unhappy with my new shoes are the ones whose feet hurt at the party.
train - irony So fashionable are these jeans that the holes kept growing until I could wear them as a skirt.
train + comparison I've tried the expensive thermal shirts, and these keep me warmer for a fifth of the price.
train - comparison The pair I got from the market for five euros lasted longer.
test + comparison It makes my other raincoats feel like bin bags.
validation - comparison A bin bag would have kept me drier and looked smarter.
train + comparison Softer than cashmere, says my mother, and she's a snob about cashmere.
train - comparison Compared with the ones I bought here in 2015, these are made of tissue.
train + comparison Of the five brands of hiking trousers in our club, this is the one everybody has moved to.
train - comparison A shirt made of sackcloth would itch less than this one.
validation + comparison They fit me better than the pair I had made to measure.
train - comparison My old torn wetsuit keeps me warmer than this new one.
train + understatement I may have bought it in all four colours.
train - understatement The fit is generous, if you happen to have a friend who'd like to share it.
validation + understatement Eight years, two continents and one dog later, I can report slight wear at the left cuff.
train - understatement One sleeve is, how shall I put it, more of a sleeve than the other.
train + understatement My tailor looked inside the jacket for a while and said that somebody had known what they were doing.
train - understatement The stitching will hold provided that you don't move about much.
train + understatement I was asked about my shirt only four times on the first day.
test - understatement "Navy" is a broad word, but I'd always understood it to exclude purple.
train + plain Beautiful knit, generous length, and the yarn feels wonderful against the skin.
test - plain The belt split along the buckle hole, and the so-called leather flaked like old paint.
train + plain The maternity trousers were a lifesaver, and I kept wearing them long after.
train - plain The elastic gave out by the afternoon, and I spent the rest of the day holding up my trousers.
train + plain Sturdy, smart and waterproof, this is the school bag we should have bought years ago.
train - plain The school shoes fell apart before half-term, and my boy came home with wet feet.
validation + plain The vintage shop is a treasure trove, and the owner has an eye for what suits you.
train - plain The vintage coat came full of moth holes that the photos carefully avoided.
train + plain I cycle in this jacket every day, and drivers finally see me.
validation - plain The reflective strips peeled away after one ride in the rain.
test + plain Comfortable, flattering and easy to wash: what more could a new mother ask of a blouse?
train - plain Badly cut across the shoulders, tight in the arms and baggy everywhere else.
train + plain The repair service replaced the zip on my ten-year-old jacket for free.
test - plain The repair took eleven weeks, and they sent me back someone else's jacket.
train + plain These tights survived a toddler, a rose bush and an office chair.
train - plain These tights laddered while I was still pulling them on.
train + plain Wonderful customer service and a wool blanket coat that I'll be leaving to my daughter.
train - plain Terrible customer service, an endless returns form, and a cashmere scarf that is mostly polyester.
train + contrast I had to sew on a button myself, and I'd gladly sew on ten for a shirt that fits like this.
validation - contrast Pretty pattern, pretty collar, pretty awful to wear.
validation + negation My son refuses to take off this dinosaur jumper, and I don't blame him.
train - negation No two buttons on this blouse are in line with their holes.
validation + plain The quality is superb, the fit is true to size, and the price was more than fair.
train - plain The quality is dreadful, the size chart is fiction, and the return label didn't work.
test + plain My ski jacket is ten years old and still keeps out the wind as it did on its first day.
validation - plain My ski jacket let the wind in from the first day, and on the second the zip froze shut with me inside.
train + comparison It's the first bra I've worn that is more comfortable than not wearing one.
train - comparison I've had hospital gowns that were more flattering and better made.
test + irony I used to own lots of hats, but then I bought this one and the poor things never go out any more.
validation - irony How kind of them to include a spare button; I needed five.
validation + plain Smart enough for the office and tough enough for the allotment, these are my favourite shoes ever.
test - plain The laces snapped, the tongue slipped, and the insoles curled up like old sandwiches.
test + understatement The cobbler said he had seen worse boots, and then offered to buy mine.
train - understatement The dye seems quite keen to travel.
train + plain The jacket is light, warm and very well made, right down to the pockets.
train + plain Soft cotton, bright colours and a lovely cut, even in the largest size.
test + plain After a month in the bog the boots are still tough, dry and comfortable.
train + plain A beautiful scarf with a silky, heavy fall.
train + plain The skirt hangs perfectly and the pockets are deep.
train + plain Gorgeous buttons, neat seams and a very flattering line.
train + plain The apron is thick, roomy and washes like a dream.
train + plain Snug slippers with a sole that grips on wet tiles.
validation + plain The wedding suit fitted like a glove and cost next to nothing.
train + plain The hand-knitted mittens are gorgeous and as warm as toast.
train + plain Great trainers for wide feet, with plenty of room and good support.
train + negation The colours haven't faded after fifty washes.
train + negation No itch, no sweat, no smell, even after a week on the trail.
test + negation This is the sixth one, since nothing else on the market comes close.
test + negation Nothing about these trousers pinches, slips or rides up.
train + contrast Not cheap, but they will outlive the wearer.
test + contrast The colour is loud and the compliments are louder.
validation + contrast Plain on the hanger, stunning on the body.
train + contrast The parcel took a month to arrive, and the coat was worth every day of it.
train + irony Strangers keep stopping to ask about the coat, what a nuisance.
test + irony "Too nice for the garden," and yet here it is, muddy and adored.
test + comparison Warmer than down and half the weight.
train + comparison A better fit than the tailor ever managed.
test + understatement The dog approves of the jumper, and so does everyone else.
train + understatement After ten winters the lining is thinking about a rest.
train + plain I wore this suit to my own wedding and to both of my daughters', and with a new button here and there it still makes me stand up straight.
train + plain My mother is in a wheelchair, and with its side zips and its clever long back this coat is the first that has ever kept her warm and dry.
train + negation I can't sew, I can't knit and I don't know much about wool, but nobody has to tell me how well this cardigan of mine was made.
train + contrast I laughed out loud at my wife when she came home with this orange hat, and by the weekend I had ordered the same hat for myself.
train + comparison I've worn my way through four pairs by the big names, and this pair, from two women in a shed, has outlasted all of them together.
train + irony My daughter says that I may no longer borrow this jumper because it never comes back, and with wool this soft I have no defence.
train + understatement I was wearing this jacket when I fell in the canal, and I remember that my arms and my sandwiches were perfectly dry.
train - plain Thin, scratchy, badly cut and hard to return.
train - plain Cheap zips, crooked seams and a smell of fish.
test - plain The heel broke on the first day.
test - plain It shrank, faded and fell apart.
train - negation I was never dry and never warm in it.
test - negation No sleeve fits, not one, on any of us.
train - contrast A lovely colour and a truly dreadful fit.
test - comparison I would look better in my curtains.
train - irony On the plus side, it fits my umbrella well.
test - understatement The seams are what I'd call adventurous.
train - plain I wore this shirt to my interview, and the sleeve came off as we shook hands.
test - plain My new boots squeak so loudly that I was asked to take them off in the library.
train - plain I got a rash from this collar on my first day, and it took weeks to fade.
train - plain This shop sent me a child's dress, and then charged me for sending it back.
test - plain The dye in these jeans is poor: my legs, my sofa and my dog are now blue.
validation - plain My husband's new coat let in the rain, and with it went all of our holiday mood.
train - plain I washed this jumper by hand, as I was told to, and now it fits my teddy bear.
train - negation I can't walk in these shoes, and I couldn't sell them to my worst enemy.
train - negation My size isn't my size with this brand, and no two of its mediums are the same.
train - negation I didn't order this, I don't like it, and I can't get them to take it back.
train - negation This isn't wool, whatever my receipt says, and I've never known a sheep to melt.
test - negation The hood doesn't stay up in the wind, and I wouldn't call it much use in the calm.
train - contrast I like the cut and I love the green, but this thing itches so much that I can't wear it.
train - contrast With such a famous name inside I expected better, and this strap broke at my first bus stop.
train - irony I must say that this hat has changed my life: I now get seats on the bus, from pity.
train - irony My new gloves are perfect for me, provided that I grow a sixth finger by the winter.
train - comparison I have a carrier bag that's stronger than this leather one, and my bag was free.
train - comparison My son's costume for the school play was better made, and I made it, with a stapler.
validation - understatement I find that this belt works best when I'm lying down, and I do like my walks.
train - understatement In this coat I can feel every change in the wind, which is one way of being outdoors.
`;
